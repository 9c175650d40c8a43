import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CaseState } from '#prisma/generated/enums.ts'
import { cast, decide, of, step, stateOf, taken, triage, words } from '#tests/support/a-case.ts'
import { aCaseIn } from '#tests/support/a-case-in-each-state.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { keepAgency } from '../agencies/keep-agency.server.ts'
import { now } from '../clock.ts'
import { localOf } from '../cohorts/timetable.ts'
import { asSystem } from '../db/as-system.server.ts'
import { newId } from '../db/new-id.ts'
import { endRole } from '../organisations/end-role.server.ts'
import { concernsWaiting } from '../safeguarding/concerns-waiting.server.ts'
import { findConcern } from '../safeguarding/find-concern.server.ts'
import { verifyChronology } from '../safeguarding/verify-chronology.server.ts'
import { casesToday } from './cases-today.server.ts'
import { climbCases } from './climb-cases.server.ts'
import { closeConcern } from './close-concern.server.ts'
import { handOverConcern } from './hand-over-concern.server.ts'
import { referConcern } from './refer-concern.server.ts'
import { writeDownReceipt } from './write-down-receipt.server.ts'

const jobs = () => asSystem('look in a test', (tx) => tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM jobs.job WHERE name = 'cases.left'`).then(([row]) => row!.n)
const ids = new Map<string, string>()
const endOf = async (name: string, role: 'safeguarding_lead' | 'deputy_lead' | 'head') => {
  const { id } = await asSystem('look in a test', (tx) => tx.membership.findFirstOrThrow({ where: { personId: of(name).id, organisationId: cast.riverside, role, endsAt: null } }))
  ids.set(id, name)
  return id
}
const end = async (name: string, role: 'safeguarding_lead' | 'deputy_lead' | 'head') => endRole(of('hana'), { membershipId: await endOf(name, role) })
const climbed = async (concernId: string) => (await asSystem('look in a test', (tx) => tx.caseClimb.findMany({ where: { concernId, clock: 'left' }, orderBy: { at: 'asc' } }))).map(({ rung }) => rung)
const told = async (id: string) => (await asSystem('look in a test', (tx) => tx.chronologyEntry.findMany({ where: { concernId: id, kind: 'climbed' }, orderBy: { number: 'asc' } }))).map(({ facts }) => facts as { clock: string; people: string[] }).filter(({ clock }) => clock === 'left').map(({ people }) => people.map((person) => Object.entries(cast.people).find(([, one]) => one.id === person)![0]).sort().join())
const letters = (concernId: string, name: string) => asSystem('look in a test', (tx) => tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM jobs.job WHERE name = 'safeguarding.alert-letter' AND data->>'concernId' = ${concernId} AND data->>'personId' = ${of(name).id} AND data->>'rung' <> 'first'`).then(([row]) => row!.n)

/** A case in each open state that Fatima looks after. */
const inState: Record<string, () => Promise<string>> = {
  taken_on: () => taken(),
  triaged: async () => { const id = await taken(); await triage(id, 'low'); return id },
  in_action: async () => { const id = await taken(); await triage(id, 'low'); await decide(id, 'refer'); return id },
  monitoring: async () => { const id = await taken(); await triage(id, 'low'); await decide(id, 'monitor'); return id },
  awaiting_agency: async () => {
    const id = await taken()
    await triage(id, 'low')
    const agencyId = newId()
    await keepAgency(of('fatima'), { id: agencyId, organisationId: cast.riverside, kind: 'front_door', area: 'Eastmarsh', name: 'Eastmarsh MASH', phone: '020 7946 0101', hours: 'Monday to Friday' })
    await referConcern(of('fatima'), { ...step(id), agencyId, basis: 'public_task', happenedAt: localOf(now(), 'Europe/London'), child: 'Wren Hale', said: 'He hits me.', done: 'Seen at two.', family: 'Not told.', ask: 'An assessment.', referrer: 'Fatima', how: 'Rung.' })
    return id
  },
  closing: async () => { const id = await taken(); await triage(id, 'high'); await decide(id, 'nothing_more'); await closeConcern(of('fatima'), { ...step(id), outcome: 'helped', words }); return id },
} satisfies Partial<Record<CaseState, () => Promise<string>>>

beforeEach(() => moveClock('0'))
afterEach(async () => { for (const id of ids.keys()) await asOwner(`UPDATE "Membership" SET "endsAt" = NULL, "endedById" = NULL WHERE id = '${id}'`); ids.clear() })

test('the last lead and the deputy leave: whatever state a case is in, the head hears of it at once, reads it and can take it over', async () => {
  const made = await Promise.all(Object.entries(inState).map(async ([state, make]) => [state, await make()] as const))
  for (const [state, id] of made) expect(await stateOf('tom', id), state).toBe(state)
  await climbCases()
  for (const [state, id] of made) expect(await climbed(id), state).toEqual([])
  const before = await jobs()
  await end('tom', 'deputy_lead')
  await end('fatima', 'safeguarding_lead')
  expect(await jobs() - before, 'a look at once, for each').toBe(2)
  await Promise.all([climbCases(), climbCases()])
  await climbCases()
  const today = await casesToday(of('hana'), { take: 100 })
  for (const [state, id] of made) {
    expect([await climbed(id), await told(id), await letters(id, 'hana')], state).toEqual([['head'], ['hana'], 1])
    expect(today.find(({ concernId }) => concernId === id)?.why, state).toBe(state === 'closing' ? 'sign' : 'left')
    expect((await findConcern(of('hana'), id)).what, state).toBe('A bruise on her arm.')
    expect(await verifyChronology('system', id), state).toMatchObject({ isWhole: true })
  }
  const [, first] = made.find(([state]) => state === 'monitoring')!
  await handOverConcern(of('hana'), { ...step(first), toId: of('hana').id, words })
  await moveClock('4 days')
  await climbCases()
  expect(await climbed(first), 'looked after again').toEqual(['head'])
}, 60_000)

test('its end date passes: the deputy hears at once, by letter and on Today, the head a working day later; handed over, nobody more', async () => {
  const [id, taken2] = [await taken(), await taken()]
  await asOwner(`UPDATE "Membership" SET "endsAt" = app.now() + interval '1 hour' WHERE id = '${await endOf('fatima', 'safeguarding_lead')}'`)
  await climbCases()
  expect(await climbed(id)).toEqual([])
  await moveClock('61 minutes')
  await climbCases()
  expect([await climbed(id), await told(id), await letters(id, 'tom')]).toEqual([['deputies'], ['tom'], 1])
  expect((await casesToday(of('tom'), { take: 100 })).find(({ concernId }) => concernId === id)?.why).toBe('left')
  expect((await findConcern(of('tom'), id)).chronology.find(({ kind }) => kind === 'climbed')).toMatchObject({ clock: 'left', people: ['Tom'] })
  await handOverConcern(of('tom'), { ...step(taken2), toId: of('tom').id, words })
  await moveClock('8 days')
  await climbCases()
  expect([await told(id), await told(taken2)]).toEqual([['tom', 'hana'], ['tom']])
})

test('the deputy who had heard leaves as well: the head at once, and not a day later', async () => {
  const id = await inState.monitoring!()
  await end('fatima', 'safeguarding_lead')
  await climbCases()
  expect(await told(id)).toEqual(['tom'])
  await moveClock('10 minutes')
  await end('tom', 'deputy_lead')
  await climbCases()
  await climbCases()
  expect(await told(id)).toEqual(['tom', 'hana'])
})

test('with nobody left in the setting, the delivery site hears that something waits, where and since when, and reads nothing', async () => {
  const id = await inState.monitoring!()
  await end('tom', 'deputy_lead')
  await end('fatima', 'safeguarding_lead')
  await asOwner(`UPDATE "Membership" SET "endsAt" = app.now() WHERE id = '${await endOf('hana', 'head')}'`)
  await climbCases()
  expect(await told(id)).toEqual(['ella'])
  expect((await concernsWaiting(of('ella'))).find(({ concernId }) => concernId === id)).toMatchObject({ organisationName: 'Riverside Academy', danger: null, openable: false })
  await expect(findConcern(of('ella'), id)).rejects.toThrow()
  for (const name of ['bea', 'grace', 'marcus']) expect((await casesToday(of(name))).some(({ concernId }) => concernId === id), name).toBe(false)
})

test('handed to another setting that has not said that it arrived, and nobody left here: the delivery site hears; once it has arrived, or while anybody keeps it, nobody', async () => {
  const [awaited, arrived] = [await aCaseIn.transferred(), await aCaseIn.transferred()]
  await writeDownReceipt(of('tom'), { ...step(arrived), who: 'Ms Adeyemi', role: 'Lead', how: 'She rang.' })
  await end('fatima', 'safeguarding_lead')
  await climbCases()
  expect([await told(awaited), await told(arrived)]).toEqual([[], []])
  await end('tom', 'deputy_lead')
  await asOwner(`UPDATE "Membership" SET "endsAt" = app.now() WHERE id = '${await endOf('hana', 'head')}'`)
  await climbCases()
  expect([await told(awaited), await told(arrived)]).toEqual([['ella'], []])
})

test('as long as somebody in the setting can look after it the delivery site hears nothing, also where there is no head', async () => {
  const id = await inState.monitoring!()
  await end('fatima', 'safeguarding_lead')
  await asOwner(`UPDATE "Membership" SET "endsAt" = app.now() WHERE id = '${await endOf('hana', 'head')}'`)
  await climbCases()
  await moveClock('8 days')
  await climbCases()
  expect([await climbed(id), await told(id)]).toEqual([['deputies', 'head'], ['tom', '']])
  expect((await concernsWaiting(of('ella'))).some(({ concernId }) => concernId === id)).toBe(false)
})
