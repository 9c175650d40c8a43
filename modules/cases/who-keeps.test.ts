import { afterEach, expect, test } from 'vitest'
import { cast, kinds, of, stateOf, step, taken, triage, words } from '#tests/support/a-case.ts'
import { aCaseIn } from '#tests/support/a-case-in-each-state.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { atOneLock } from '#tests/support/at-one-lock.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { asSystem } from '../db/as-system.server.ts'
import { change } from '../db/change.server.ts'
import { read } from '../db/read.server.ts'
import { Conflict, NotFound } from '../errors.ts'
import { concernsWaiting } from '../safeguarding/concerns-waiting.server.ts'
import { findConcern } from '../safeguarding/find-concern.server.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { bringIn } from './bring-in.server.ts'
import { casesToday } from './cases-today.server.ts'
import { climbCases } from './climb-cases.server.ts'
import { findCase } from './find-case.server.ts'
import { handOverConcern } from './hand-over-concern.server.ts'
import { keepFrom } from './keep-from.server.ts'
import { letGo } from './let-go.server.ts'
import { casesLeft } from './parts/cases-left.server.ts'
import { receiptsAwaited } from './receipts-awaited.server.ts'

const everybody = Object.keys(cast.people)
const role = (name: string, what: string, place = cast.riverside) => asOwner(`INSERT INTO "Membership" (id, "organisationId", "personId", role, "startsAt") VALUES ('00000000-0000-4000-8000-00000000000${given++}', '${place}', '${of(name).id}', '${what}', app.now() - interval '1 day')`)
let given = 0
const ends = (name: string, what: string) => asOwner(`UPDATE "Membership" SET "endsAt" = app.now() - interval '1 second', "endedById" = '${of('grace').id}' WHERE "organisationId" = '${cast.riverside}' AND "personId" = '${of(name).id}' AND role = '${what}' AND "endsAt" IS NULL`)
const told = (id: string, name: string, rung: string) => asOwner(`INSERT INTO "ConcernAlert" (id, "organisationId", "concernId", "personId", rung) VALUES (uuidv7(), '${cast.riverside}', '${id}', '${of(name).id}', '${rung}')`)

afterEach(async () => {
  await moveClock('0')
  await asOwner(`DELETE FROM "Membership" WHERE id::text LIKE '00000000-0000-4000-8000-%'; UPDATE "Membership" SET "endsAt" = NULL, "endedById" = NULL WHERE "endedById" = '${of('grace').id}'`)
  given = 0
})

/** Whom each way of asking takes for a keeper: who may take its steps, whom it can be handed to, who hears of it, and who, looking after it, is counted as doing so by the job, on Today, on its page and in the list. */
async function keepers(id: string): Promise<Record<string, string[]>> {
  const says: Record<string, string[]> = { steps: [], handed: [], named: [], job: [], today: [], page: [], list: [] }
  const named = (await read(of('fatima'), (tx) => tx.$queryRaw<{ personId: string }[]>`SELECT "personId" FROM app.keepers_named(${id}::uuid)`)).map(({ personId }) => personId)
  for (const name of everybody) {
    const person = of(name)
    const [row] = await read(person, (tx) => tx.$queryRaw<{ keeps: boolean }[]>`SELECT app.keeps_concern(${id}::uuid) AS keeps`)
    if (row!.keeps) says.steps!.push(name)
    if (named.includes(person.id)) says.named!.push(name)
    const handed = change(of('fatima'), async (tx) => {
      await tx.$queryRawUnsafe(`SELECT app.add_to_chronology(uuidv7(), '${id}', 'handed-over', '{"toId":"${person.id}"}', '\\x00')`)
      throw new Error('it could be')
    })
    if (await handed.catch((error: unknown) => String(error)) === 'Error: it could be') says.handed!.push(name)
    await asOwner(`UPDATE "ChronologyHead" SET "holderId" = '${person.id}' WHERE "concernId" = '${id}'`)
    if ((await asSystem('ask in a test', (tx) => casesLeft(tx, id))).length === 0) says.job!.push(name)
    if ((await casesToday(of('fatima'), { take: 500 })).find(({ concernId }) => concernId === id)?.why !== 'left') says.today!.push(name)
    if (!(await findCase(of('fatima'), id)).isLeft) says.page!.push(name)
    if (!(await concernsWaiting(of('fatima'), { take: 500 })).find(({ concernId }) => concernId === id)!.isHolderGone) says.list!.push(name)
  }
  return says
}
const all = (...names: string[]) => Object.fromEntries(['steps', 'handed', 'named', 'job', 'today', 'page', 'list'].map((way) => [way, everybody.filter((name) => names.includes(name))]))

test.each<[string, (id: string) => Promise<unknown>, string[]]>([
  ['the lead and the deputy, and no head who was not told', async () => {}, ['fatima', 'tom']],
  ['a head who was told', (id) => told(id, 'hana', 'head'), ['fatima', 'tom', 'hana']],
  ['a head who was brought in', (id) => bringIn(of('fatima'), { ...step(id), personId: of('hana').id, words }), ['fatima', 'tom', 'hana']],
  ['not a head who was brought in and let go', async (id) => { await bringIn(of('fatima'), { ...step(id), personId: of('hana').id, words }); await letGo(of('tom'), { ...step(id), personId: of('hana').id, words }) }, ['fatima', 'tom']],
  ['not another adult who was brought in', (id) => bringIn(of('fatima'), { ...step(id), personId: of('helen').id, words }), ['fatima', 'tom']],
  ['not the deputy it is kept from: the head in their place', (id) => keepFrom(of('fatima'), { ...step(id), personId: of('tom').id, words }), ['fatima', 'hana']],
  ['not whoever was told as head, and now leads the programme of the delivery site', async (id) => { await told(id, 'hana', 'head'); await ends('hana', 'head'); await role('hana', 'programme_lead', cast.eastside) }, ['fatima', 'tom']],
  ['not a lead who is now head, and was not told of it', async () => { await role('helen', 'head') }, ['fatima', 'tom']],
  ['not the programme lead to whom it climbed', (id) => told(id, 'ella', 'delivery_site'), ['fatima', 'tom']],
  ['a programme lead of the setting itself who was told', async (id) => { await role('helen', 'programme_lead'); await told(id, 'helen', 'head') }, ['fatima', 'tom', 'helen']],
])('who keeps a case, whichever way it is asked: %s', async (_, make, names) => {
  const id = await taken()
  await triage(id, 'low')
  await make(id)
  expect(await keepers(id)).toEqual(all(...names))
}, 60_000)

test('whoever held it as head and then leads the programme holds it no more: with nobody left the delivery site hears', async () => {
  const id = await taken()
  await told(id, 'hana', 'head')
  await handOverConcern(of('fatima'), { ...step(id), toId: of('hana').id, words })
  for (const [name, what] of [['fatima', 'safeguarding_lead'], ['tom', 'deputy_lead'], ['hana', 'head']] as const) await ends(name, what)
  await role('hana', 'programme_lead', cast.eastside)
  await climbCases()
  expect((await concernsWaiting(of('ella'))).find(({ concernId }) => concernId === id)).toMatchObject({ openable: false })
  await expect(findConcern(of('hana'), id)).rejects.toThrow(NotFound)
})

test('who keeps it is told to nobody who does not read it', async () => {
  const id = await taken()
  for (const name of everybody.filter((one) => !['fatima', 'tom'].includes(one))) {
    expect(await read(of(name), (tx) => tx.$queryRaw`SELECT * FROM app.keepers_named(${id}::uuid)`), name).toEqual([])
    expect(await read(of(name), (tx) => tx.$queryRaw`SELECT * FROM app.concerns_i_keep(ARRAY[${id}::uuid])`), name).toEqual([])
  }
  await expect(read(of('fatima'), (tx) => tx.$queryRaw`SELECT * FROM app.case_keepers`)).rejects.toThrow('permission denied')
  await expect(read(of('fatima'), (tx) => tx.$queryRaw`SELECT * FROM app.cases_left(ARRAY[${id}::uuid])`)).rejects.toThrow('permission denied')
})

test('kept from a deputy in the very moment it is handed to them, or they take it over: a sentence, and it stays where it was', async () => {
  for (const by of ['fatima', 'tom']) {
    const id = await taken()
    await bringIn(of('fatima'), { ...step(id), personId: of('hana').id, words })
    const [kept, handed] = await atOneLock(`SELECT FROM "ChronologyHead" WHERE "concernId" = '${id}' FOR UPDATE`,
      () => keepFrom(of('hana'), { ...step(id), personId: of('tom').id, words }), () => handOverConcern(of(by), { ...step(id), toId: of('tom').id, words }))
    expect(kept.status, by).toBe('fulfilled')
    expect((handed as PromiseRejectedResult).reason, by).toBeInstanceOf(Conflict)
    expect([(await findCase(of('fatima'), id)).holderName, (await kinds(id, 'fatima')).at(-1)], by).toEqual(['Fatima', 'kept-from'])
    expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null })
  }
})

test('a line that the database refuses whoever asks is a fault that is seen, and not called a colleague’s doing', async () => {
  const id = await taken()
  await asOwner(`UPDATE "LineKind" SET who = '{job}' WHERE kind = 'triaged'`)
  try {
    await expect(triage(id, 'low')).rejects.toThrow('not a line for you to add')
  } finally { await asOwner(`UPDATE "LineKind" SET who = '{keeper}' WHERE kind = 'triaged'`) }
  await triage(id, 'low')
})

test('kept from whoever handed it to another setting: it is open here again, and no receipt is waited for; from somebody else, it stays handed on', async () => {
  const [theirs, other] = [await aCaseIn.transferred(), await aCaseIn.transferred()]
  await keepFrom(of('tom'), { ...step(theirs), personId: of('fatima').id, words })
  expect([await findCase(of('tom'), theirs), (await kinds(theirs)).slice(-3)]).toMatchObject([{ state: 'in_action', holderName: 'Tom', isLeft: false }, ['transferred', 'kept-from', 'reopened']])
  await expect(findConcern(of('fatima'), theirs)).rejects.toThrow(NotFound)
  await keepFrom(of('fatima'), { ...step(other), personId: of('tom').id, words })
  expect([await stateOf('fatima', other), (await kinds(other, 'fatima')).slice(-2)]).toEqual(['transferred', ['transferred', 'kept-from']])
  expect((await receiptsAwaited(of('tom'))).filter(({ concernId }) => [theirs, other].includes(concernId))).toEqual([])
  expect((await receiptsAwaited(of('fatima'))).map(({ concernId }) => concernId).filter((id) => [theirs, other].includes(id))).toEqual([other])
  for (const id of [theirs, other]) expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null })
})
