import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { z } from 'zod'
import { aGateway } from '#tests/support/a-gateway.ts'
import { cast, of, step, taken, words } from '#tests/support/a-case.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { keepFrom } from '../cases/keep-from.server.ts'
import { asSystem } from '../db/as-system.server.ts'
import { newId } from '../db/new-id.ts'
import { placeHold } from '../keeping/place-hold.server.ts'
import { alertLetter } from '../safeguarding/alert-letter.ts'
import { climb } from '../safeguarding/climb.server.ts'
import { postAlertLetter } from '../safeguarding/post-alert-letter.server.ts'
import { raiseConcern } from '../safeguarding/raise-concern.server.ts'
import { settings } from '../settings.server.ts'
import { howItReached } from './how-it-reached.server.ts'
import { noteOpenPage } from './note-open-page.server.ts'
import { notReached } from './not-reached.server.ts'
import { purgeAttempts } from './purge-attempts.server.ts'
import { triedAgainAfter } from './tried-again.ts'

const raise = (more: object = {}) => raiseConcern(of('jay'), { id: newId(), who: 'Wren', what: 'He is afraid to go home.', danger: 'now', ...more })
const reached = async (id: string, name = 'fatima') => (await howItReached(of(name), id)).map(({ way, personName, rung, outcome }) => `${way} ${personName ?? '-'} ${rung!} ${outcome}`).sort()
const letters = async (id: string, name: string) => (await asSystem('look in a test', (tx) => tx.$queryRaw<{ data: z.infer<typeof alertLetter.data> }[]>`SELECT data FROM jobs.job WHERE name = 'safeguarding.alert-letter' AND data->>'concernId' = ${id} AND data->>'personId' = ${of(name).id} ORDER BY created_on, id`)).map(({ data }) => alertLetter.data.parse(data))
const inOutbox = () => readdir(join(settings().dataDir, 'outbox')).then((files) => files.length, () => 0)

let gateway: Awaited<ReturnType<typeof aGateway>>
const sockets: Socket[] = []
const noted = { 'concern:raised': noteTaken, 'concern:climbed': noteTaken }
let whenNoted: (() => void) | undefined
async function noteTaken(personId: string, { concernId }: Record<string, string>) {
  await noteOpenPage(personId, concernId!)
  whenNoted?.()
}

beforeAll(async () => { gateway = await aGateway(cast, {}, noted) })
beforeEach(() => moveClock('0'))
afterAll(async () => {
  for (const socket of sockets) socket.close()
  await gateway.close()
})

/** A page of theirs is open; `answers`: its script runs. */
const open = (cookie: string, { answers }: { answers: boolean }) => new Promise<void>((resolve, reject) => {
  const socket = io(gateway.address, { path: '/live', transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { cookie } })
  sockets.push(socket)
  socket.on('news', (_event: string, _ids: unknown, back?: () => void) => { if (answers) back?.() })
  socket.on('connect', () => resolve()).on('connect_error', reject)
})

test('whoever is told has it on their list at once, and is called again on each rung, whoever tells them', async () => {
  const id = await raise()
  expect(await reached(id)).toEqual(['list Fatima first done', 'list Marcus first done', 'list Tom first done'])
  await moveClock('6 minutes')
  await climb(id)
  await moveClock('10 minutes')
  await climb(id)
  // Both clocks have told the deputies: the same row, and another call.
  expect((await reached(id)).filter((one) => one.includes('Tom'))).toEqual(['list Tom deputies done', 'list Tom deputies done', 'list Tom first done'])
  expect((await reached(id)).filter((one) => one.includes('Hana'))).toEqual(['list Hana head done'])
  const round = await taken()
  await keepFrom(of('fatima'), { ...step(round), personId: of('tom').id, words })
  expect(await reached(round)).toContain('list Hana head done')
  expect(await howItReached(of('tom'), round), 'from whom it is kept').toEqual([])
})

test('a letter that waited for a mail server does not leave any more once it was kept from them', async () => {
  const id = await taken()
  await keepFrom(of('fatima'), { ...step(id), personId: of('tom').id, words })
  const before = await inOutbox()
  await postAlertLetter((await letters(id, 'tom'))[0]!)
  expect([await inOutbox() - before, (await reached(id)).filter((one) => one.startsWith('letter'))]).toEqual([0, ['letter Tom first held_back']])
})

test('a letter: gone, not taken and tried again, given up, and nobody to write to', async () => {
  const id = await raise()
  const before = await inOutbox()
  await postAlertLetter((await letters(id, 'fatima'))[0]!)
  expect([await inOutbox() - before, (await reached(id)).filter((one) => one.startsWith('letter'))]).toEqual([1, ['letter Fatima first done']])

  settings().SMTP_URL = 'smtp://127.0.0.1:1'
  for (let tried = 0; tried <= triedAgainAfter.length; tried += 1) {
    const made = await letters(id, 'tom')
    expect(made).toHaveLength(tried + 1)
    await postAlertLetter(made[tried]!)
  }
  settings().SMTP_URL = undefined
  expect((await howItReached(of('fatima'), id)).filter(({ way, personName }) => way === 'letter' && personName === 'Tom').map(({ tried, outcome }) => `${tried} ${outcome}`)).toEqual([`${triedAgainAfter.length} given_up`, ...triedAgainAfter.map((_wait, place) => `${place} waits`).reverse()])
  expect((await notReached(of('fatima'))).map(({ way, personName }) => `${way} ${personName!}`)).toEqual(['letter Tom'])
  expect(await notReached(of('marcus'))).toEqual([])

  // The next one that is taken ends it.
  await postAlertLetter((await letters(await raise(), 'tom'))[0]!)
  expect(await notReached(of('fatima'))).toEqual([])
  await asOwner(`DELETE FROM "ContactAddress" WHERE "personId" = '${of('marcus').id}'`)
  await postAlertLetter((await letters(id, 'marcus'))[0]!)
  expect(await reached(id)).toContain('letter Marcus first no_address')
})

test('an open page is on record once its script has it: not for whoever raised it, not a page that is covered, not one that does not answer', async () => {
  await Promise.all([open('fatima', { answers: true }), open('jay', { answers: true }), open('tom-locked', { answers: true }), open('marcus', { answers: false })])
  const isNoted = new Promise<void>((resolve) => { whenNoted = resolve })
  const id = await raise()
  await isNoted
  expect((await reached(id)).filter((one) => one.startsWith('page'))).toEqual(['page Fatima first done'])
  // Of a climb whoever raised it hears too; they are not among those who are called.
  let count = 0
  const bothNoted = new Promise<void>((resolve) => { whenNoted = () => { if (++count === 2) resolve() } })
  await moveClock('6 minutes')
  await climb(id)
  await bothNoted
  expect((await reached(id)).filter((one) => one.startsWith('page'))).toEqual(['page Fatima deputies done', 'page Fatima first done'])
})

test('attempts are kept for as long as the rule says, and then go by themselves', async () => {
  const id = await raise()
  const held = await raise()
  await placeHold(of('fatima'), { id: newId(), organisationId: cast.riverside, on: `concern:${held}`, words: 'The police asked.' })
  expect(await purgeAttempts()).toBe(0)
  await moveClock('2558 days')
  expect(await purgeAttempts()).toBeGreaterThan(2)
  await moveClock('0')
  expect([await reached(id), (await reached(held)).filter((one) => one.startsWith('list')).length], 'what is held stays').toEqual([[], 3])
})
