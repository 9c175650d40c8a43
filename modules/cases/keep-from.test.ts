import { expect, test } from 'vitest'
import { cast, decide, kinds, of, stateOf, step, taken, triage, words } from '#tests/support/a-case.ts'
import { atOneLock } from '#tests/support/at-one-lock.ts'
import { onServer } from '#tests/support/template.ts'
import { change } from '../db/change.server.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { findConcern } from '../safeguarding/find-concern.server.ts'
import { raiseConcern } from '../safeguarding/raise-concern.server.ts'
import { receiveConcern } from '../safeguarding/receive-concern.server.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { breakGlass } from './break-glass.server.ts'
import { closeConcern } from './close-concern.server.ts'
import { findCase } from './find-case.server.ts'
import { handOverConcern } from './hand-over-concern.server.ts'
import { keepFrom } from './keep-from.server.ts'
import { markDuplicate } from './mark-duplicate.server.ts'
import { setAction } from './set-action.server.ts'
import { signClosing } from './sign-closing.server.ts'

const out = (by: string, id: string, who: string, form = step(id)) => keepFrom(of(by), { ...form, personId: of(who).id, words })
const letters = async (name: string, id: string) => (await onServer(databaseUrl(), `SELECT count(*)::int AS n FROM jobs.job WHERE name = 'safeguarding.alert-letter' AND data->>'concernId' = '${id}' AND data->>'personId' = '${of(name).id}'`) as unknown as { rows: { n: number }[] }).rows[0]!.n
const whole = async (id: string) => expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null })
const unread = (name: string, id: string) => expect(findConcern(of(name), id), name).rejects.toThrow(NotFound)
const closed = async (by: string, level: 'high' | 'low' = 'low') => {
  const id = await taken()
  await triage(id, level)
  await decide(id, 'nothing_more')
  await closeConcern(of(by), { ...step(id), outcome: 'no_harm', words })
  return id
}

test('it turns out to be about whoever looks after it: in one step they read nothing, a colleague has it, and the head is told', async () => {
  const id = await taken()
  await triage(id, 'low')
  const form = step(id)
  await Promise.all([out('tom', id, 'fatima', form), out('tom', id, 'fatima', form)])
  await out('tom', id, 'fatima', form)
  await unread('fatima', id)
  expect(await findCase(of('tom'), id)).toMatchObject({ state: 'triaged', holderName: 'Tom', isLeft: false, clock: expect.anything() as unknown })
  expect(await kinds(id)).toEqual(['raised', 'told', 'received', 'taken-on', 'triaged', 'kept-from', 'handed-over'])
  expect([await letters('hana', id) > 0, (await findConcern(of('hana'), id)).keptFromNames]).toEqual([true, ['Fatima']])
  await whole(id)
})

test('the others who keep it hear of it at once, and whom it is about does not', async () => {
  const id = await taken()
  await handOverConcern(of('fatima'), { ...step(id), toId: of('tom').id, words })
  const [fatima, tom] = [await letters('fatima', id), await letters('tom', id)]
  await change(of('fatima'), (tx) => tx.caseReader.createMany({ data: [{ id: newId(), concernId: id, organisationId: cast.riverside, personId: of('hana').id, byId: of('fatima').id }] }))
  await out('hana', id, 'tom')
  expect([await letters('fatima', id) - fatima, await letters('tom', id) - tom]).toEqual([1, 0])
  expect(await findCase(of('fatima'), id)).toMatchObject({ holderName: 'Hana' })
})

test('what they closed, signed or found to be another is open again, with a line; what a colleague closed stays closed', async () => {
  const low = await closed('fatima')
  await out('tom', low, 'fatima')
  expect([await stateOf('tom', low), (await kinds(low)).slice(-2)]).toEqual(['in_action', ['kept-from', 'reopened']])
  const closing = await closed('fatima', 'high')
  await out('tom', closing, 'fatima')
  expect([await stateOf('tom', closing), (await kinds(closing)).slice(-3), (await findCase(of('tom'), closing)).holderName]).toEqual(['in_action', ['kept-from', 'not-signed', 'handed-over'], 'Tom'])
  const signed = await closed('fatima', 'high')
  await signClosing(of('tom'), { ...step(signed), words: '' })
  await out('fatima', signed, 'tom')
  expect(await stateOf('fatima', signed)).toBe('in_action')
  const same = await taken()
  await markDuplicate(of('fatima'), { ...step(same), ofId: await taken(), words })
  await out('tom', same, 'fatima')
  expect(await findCase(of('tom'), same)).toMatchObject({ state: 'taken_on', holderName: 'Tom' })
  const theirs = await closed('tom')
  await out('tom', theirs, 'fatima')
  expect(await stateOf('tom', theirs)).toBe('closed')
  for (const id of [low, closing, signed, same, theirs]) await whole(id)
})

test('what they do to it in the very moment does not stand either: closed is open again, taken over is handed back', async () => {
  const [closing, taking] = [await taken(), await taken()]
  for (const id of [closing, taking]) await triage(id, 'low')
  await decide(closing, 'nothing_more')
  const meet = (id: string, theirs: () => Promise<unknown>) => atOneLock(`SELECT FROM "ChronologyHead" WHERE "concernId" = '${id}' FOR UPDATE`, theirs, () => out('fatima', id, 'tom'))
  for (const both of [await meet(closing, () => closeConcern(of('tom'), { ...step(closing), outcome: 'no_harm', words })), await meet(taking, () => handOverConcern(of('tom'), { ...step(taking), toId: of('tom').id, words }))])
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  expect([await stateOf('fatima', closing), (await kinds(closing, 'fatima')).slice(-3)]).toEqual(['in_action', ['closed', 'kept-from', 'reopened']])
  expect([(await findCase(of('fatima'), taking)).holderName, (await kinds(taking, 'fatima')).slice(-3)]).toEqual(['Fatima', ['handed-over', 'kept-from', 'handed-over']])
  for (const id of [closing, taking]) await whole(id)
})

test('who said “I have it” before anybody took it on: it is theirs no more, and the others hear of it', async () => {
  const id = await raiseConcern(of('jay'), { id: newId(), who: 'Wren', what: 'A bruise.', danger: 'soon' })
  await receiveConcern(of('marcus'), { concernId: id })
  const before = await letters('tom', id)
  await out('fatima', id, 'marcus')
  await unread('marcus', id)
  expect(await letters('tom', id)).toBe(before + 1)
})

test('a head who opened it in need keeps it from whoever has it, and keeps it from then on; not from anybody else, nor without a line', async () => {
  const id = await taken()
  await expect(out('hana', id, 'fatima')).rejects.toThrow(NotFound)
  await breakGlass(of('hana'), { ...step(id), words })
  expect(await findCase(of('hana'), id)).toMatchObject({ can: expect.arrayContaining(['kept-from']) as unknown, outsiders: [{ name: 'Fatima' }] })
  await expect(out('hana', id, 'tom')).rejects.toThrow(Forbidden)
  const self = () => change(of('hana'), (tx) => tx.concernAlert.createMany({ data: [{ id: newId(), organisationId: cast.riverside, concernId: id, personId: of('hana').id, rung: 'head' }] }))
  await expect(self()).rejects.toThrow()
  const [fatima, tom] = [await letters('fatima', id), await letters('tom', id)]
  await out('hana', id, 'fatima')
  expect([await letters('fatima', id) - fatima, await letters('tom', id) - tom]).toEqual([0, 1])
  expect(await findCase(of('hana'), id)).toMatchObject({ holderName: 'Hana', can: expect.arrayContaining(['triaged', 'handed-over']) as unknown })
  await unread('fatima', id)
  await whole(id)
})

test('a step of theirs at the same moment does not get past it', async () => {
  const id = await taken()
  await triage(id, 'low')
  await Promise.allSettled([out('tom', id, 'fatima'), closeConcern(of('fatima'), { ...step(id), outcome: 'no_harm', words })])
  const rows = await read(of('tom'), (tx) => tx.concernKeptFrom.count({ where: { concernId: id } }))
  if (rows === 0) await out('tom', id, 'fatima')
  expect(await findCase(of('tom'), id)).toMatchObject({ holderName: 'Tom', state: expect.stringMatching(/triaged|in_action/) as unknown })
  await whole(id)
})

test('nor past the deed: not with the holder left in place, and to nobody who does not keep it', async () => {
  const id = await taken()
  await expect(change(of('tom'), (tx) => tx.concernKeptFrom.createMany({ data: [{ concernId: id, personId: of('fatima').id, organisationId: cast.riverside }] }))).rejects.toThrow()
  const handed = (toId: string) => change(of('fatima'), (tx) => tx.$queryRawUnsafe(`SELECT app.add_to_chronology(uuidv7(), '${id}', 'handed-over', '{"toId":"${toId}"}', '\\x00')`))
  for (const name of ['grace', 'marcus', 'helen', 'hana', 'jay', 'bea']) await expect(handed(of(name).id), name).rejects.toThrow('not a line for you')
  await handed(of('tom').id)
  expect(await findCase(of('tom'), id)).toMatchObject({ holderName: 'Tom' })
})

test('whoever raised it has no part in it, also past the deed; a lead who raised it has theirs', async () => {
  const id = await raiseConcern(of('marcus'), { id: newId(), who: 'Wren', what: 'A bruise.', danger: 'soon' })
  const [own] = [await raiseConcern(of('fatima'), { id: newId(), organisationId: cast.riverside, who: 'Wren', what: 'A bruise.', danger: 'soon' })]
  await expect(change(of('fatima'), (tx) => tx.caseReader.createMany({ data: [{ id: newId(), concernId: id, organisationId: cast.riverside, personId: of('marcus').id, byId: of('fatima').id }] }))).rejects.toThrow()
  expect((await findCase(of('fatima'), id)).adults.map(({ name }) => name)).not.toContain('Marcus')
  expect((await findCase(of('tom'), own)).adults.map(({ name }) => name)).toContain('Fatima')
  await expect(setAction(of('fatima'), { ...step(await taken()), ownerId: of('jay').id, dueOn: '2100-01-01', what: words })).rejects.toThrow(Conflict)
})
