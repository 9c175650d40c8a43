import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { here, signedIn } from '#tests/support/signed-in.ts'
import { clientAs } from '../db/clients.server.ts'
import { endSession } from './end-session.server.ts'
import { keepForm } from './keep-form.server.ts'
import { discardKeptForm, keptForms, keptFormSent } from './kept-forms.server.ts'
import { sweepTheDoor } from './sweep-the-door.server.ts'

beforeAll(theCast)
const words = 'He said he is scared to go home.\nI said I would tell somebody.'
const sent = (token: string, fields: [string, string][] = [['id', crypto.randomUUID()], ['body', words]]) => keepForm(token, { address: '/journal/x/sharing', fields, from: here.address })

test('what somebody was sending when their session had ended is theirs again, word for word', async () => {
  const { token, standing } = await signedIn('amara')
  await endSession(token)
  const id = await sent(token)
  expect(await keptForms(standing.viewer, [id!])).toMatchObject([{ address: '/journal/x/sharing', fields: [['id', expect.any(String) as string], ['body', words]] }])
})

test('to anybody else it does not exist, even with its id', async () => {
  const { token } = await signedIn('amara')
  const id = (await sent(token))!
  const other = (await signedIn('jay')).standing.viewer
  expect(await keptForms(other, [id])).toEqual([])
  await keptFormSent(other, [id], '/journal/x/sharing')
  await discardKeptForm(other, id)
  expect(await keptForms((await signedIn('amara')).standing.viewer, [id])).toHaveLength(1)
})

test('it is sealed, and gone after an hour', async () => {
  const { token, standing } = await signedIn('priya')
  const id = (await sent(token))!
  const row = await clientAs('door').$transaction((tx) => tx.stash.findUniqueOrThrow({ where: { id } }))
  expect(Buffer.from(row.fields).toString('latin1')).not.toContain('scared')
  await moveClock('61 minutes')
  expect(await keptForms(standing.viewer, [id])).toEqual([])
  await sweepTheDoor.work({})
  expect(await clientAs('door').$transaction((tx) => tx.stash.count({ where: { id } }))).toBe(0)
})

test('once it has arrived it is not offered again', async () => {
  const { token, standing } = await signedIn('zia')
  const id = (await sent(token))!
  await keptFormSent(standing.viewer, [id], '/somewhere/else')
  expect(await keptForms(standing.viewer, [id])).toHaveLength(1)
  await keptFormSent(standing.viewer, [id], '/journal/x/sharing')
  expect(await keptForms(standing.viewer, [id])).toEqual([])
})

test('without anybody known nothing is kept; passwords and bare buttons never are', async () => {
  expect(await sent('a-token-nobody-has-ever-had')).toBeNull()
  const { token, standing } = await signedIn('kofi')
  expect(await sent(token, [['id', crypto.randomUUID()], ['seat', '1']])).toBeNull()
  const id = (await sent(token, [['password', 'hold-my-rope-1'], ['name', 'My phone']]))!
  expect((await keptForms(standing.viewer, [id]))[0]!.fields).toEqual([['name', 'My phone']])
})
