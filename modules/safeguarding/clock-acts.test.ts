import { beforeEach, expect, test } from 'vitest'
import { cast, of } from '#tests/support/a-case.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { closeDays } from '../calendar/close-days.server.ts'
import { setStaffedHours } from '../calendar/set-staffed-hours.server.ts'
import { asSystem } from '../db/as-system.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Forbidden } from '../errors.ts'
import { onServer } from '#tests/support/template.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { after, days } from '../clock.ts'
import { clockActs } from './clock-acts.server.ts'
import { targetFor } from './climbs-ahead.ts'
import { seeClockAct } from './see-clock-act.server.ts'
import { setClockTarget } from './set-clock-target.server.ts'
import { dangers, longestMinutes } from './states.ts'

const set = (danger: 'now' | 'soon' | 'not_now', minutes: number, by = 'fatima') => setClockTarget(of(by), { organisationId: cast.riverside, clock: 'received', danger, minutes })
const toSee = async (name: string, since: Date) => (await clockActs(of(name))).filter(({ at }) => at >= since)

beforeEach(() => moveClock('0'))

test('no clock is set longer than the most, by a form or past it, and what was set before counts for no more', async () => {
  for (const [danger, minutes] of [['now', 11], ['soon', 61], ['not_now', 241]] as const) {
    await expect(set(danger, minutes), danger).rejects.toThrow('is the most')
    await expect(change(of('fatima'), (tx) => tx.clockTarget.createMany({ data: [{ organisationId: cast.riverside, clock: 'received', danger, minutes, byId: of('fatima').id }] })), danger).rejects.toThrow('no_longer_than_the_most')
    await set(danger, minutes - 1)
  }
  const { rows } = await onServer(databaseUrl(), `SELECT c.clock::text AS clock, d.danger::text AS danger, app.longest_minutes(c.clock, d.danger) AS most FROM unnest(enum_range(NULL::"Clock")) AS c(clock), unnest(enum_range(NULL::"Danger")) AS d(danger)`)
  expect(rows).toHaveLength(8)
  for (const { clock, danger, most } of rows as { clock: 'received'; danger: 'now'; most: number }[]) expect(longestMinutes[clock][danger], `${clock} ${danger}`).toBe(most)
  for (const { value: danger } of dangers) expect(targetFor({ clock: 'received', danger, at: new Date() }, [{ clock: 'received', danger, minutes: 1440, inStaffedTime: false, since: '2026-01-01' }]).minutes).toBe(longestMinutes.received[danger])
})

test('what one person sets stands on Today of the other leads, deputies and the head until one has seen it', async () => {
  await moveClock('1 hour')
  const since = after(-1000)
  await set('soon', 50)
  await setStaffedHours(of('grace'), { id: newId(), organisationId: cast.riverside, week: [{ day: 1, from: '09:00', to: '10:00' }], isOpenInHolidays: true, emergencyDuty: '' })
  const shut = (ahead: number) => after(days(ahead)).toISOString().slice(0, 10)
  await closeDays(of('tom'), { id: newId(), organisationId: cast.riverside, name: 'Snow', startsOn: shut(1), endsOn: shut(2) })
  const whats = async (name: string) => (await toSee(name, since)).map(({ what, byName }) => `${what} ${byName!}`).sort()
  expect(await whats('fatima'), 'nobody sees their own').toEqual(['closed Tom', 'hours Grace'])
  expect([await whats('tom'), await whats('hana')]).toEqual([['clocks Fatima', 'hours Grace'], ['clocks Fatima', 'closed Tom', 'hours Grace']])
  for (const name of ['grace', 'marcus', 'bea', 'amara', 'ella']) expect(await whats(name), name).toEqual([])
  const [act] = (await toSee('tom', since)).filter(({ what }) => what === 'clocks')
  expect(act).toMatchObject({ changes: [{ clock: 'received', danger: 'soon', minutes: 50, was: 60, inStaffedTime: false }], mayOpen: true })
  const { actId, what, organisationId } = act!
  await seeClockAct(of('fatima'), { actId, what, organisationId })
  expect(await whats('tom'), 'not by whoever did it').toContain('clocks Fatima')
  for (const name of ['grace', 'marcus', 'bea', 'amara']) await expect(seeClockAct(of(name), { actId, what, organisationId }), name).rejects.toThrow(Forbidden)
  for (const name of ['fatima', 'grace', 'bea']) await expect(change(of(name), (tx) => tx.clockActSeen.createMany({ data: [{ actId, what, organisationId, byId: of(name).id }] })), name).rejects.toThrow('row-level security')
  await Promise.all([seeClockAct(of('tom'), { actId, what, organisationId }), seeClockAct(of('hana'), { actId, what, organisationId }), seeClockAct(of('tom'), { actId, what, organisationId })])
  expect([await whats('tom'), await whats('hana')]).toEqual([['hours Grace'], ['closed Tom', 'hours Grace']])
  expect(await read(of('fatima'), (tx) => tx.clockActSeen.count({ where: { actId } }))).toBe(1)
  expect(await asSystem('look in a test', (tx) => tx.act.count({ where: { kind: 'concern.clock-seen', subjectId: actId } }))).toBe(1)
})

test('whose role has ended sees none of it, and the usual times kept as they are are nothing to see', async () => {
  await moveClock('2 hours')
  const since = after(-1000)
  await setClockTarget(of('fatima'), { organisationId: cast.riverside, clock: 'taken_on', danger: 'unsure', minutes: 60 })
  expect(await toSee('tom', since)).toEqual([])
  await moveClock('3 hours')
  await set('now', 9)
  expect(await toSee('tom', since)).toHaveLength(1)
  await asOwner(`UPDATE "Membership" SET "endsAt" = app.now() WHERE "personId" = '${of('tom').id}' AND "organisationId" = '${cast.riverside}'`)
  try { expect(await toSee('tom', since)).toEqual([]) } finally { await asOwner(`UPDATE "Membership" SET "endsAt" = NULL WHERE "personId" = '${of('tom').id}' AND "organisationId" = '${cast.riverside}'`) }
})
