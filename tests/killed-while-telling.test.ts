import { beforeAll, expect, test } from 'vitest'
import { keepAgency } from '#modules/agencies/keep-agency.server.ts'
import { breakGlass } from '#modules/cases/break-glass.server.ts'
import { decideConcern } from '#modules/cases/decide-concern.server.ts'
import { referConcern } from '#modules/cases/refer-concern.server.ts'
import { writeDownAnswer } from '#modules/cases/write-down-answer.server.ts'
import { after, days, now } from '#modules/clock.ts'
import { localOf } from '#modules/cohorts/timetable.ts'
import { databaseUrl } from '#modules/db/clients.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { startJobs } from '#modules/jobs/work.server.ts'
import { addMarks } from '#modules/safeguarding/add-marks.server.ts'
import { addToConcern } from '#modules/safeguarding/add-to-concern.server.ts'
import { raiseConcern } from '#modules/safeguarding/raise-concern.server.ts'
import { routeToCover } from '#modules/safeguarding/route-to-cover.server.ts'
import { sayAway } from '#modules/safeguarding/say-away.server.ts'
import { verifyChronology } from '#modules/safeguarding/verify-chronology.server.ts'
import { cast, of, readersTold, step, taken, triage, words } from './support/a-case.ts'
import { expectJobWholeOrNot, expectWholeOrNot } from './support/expect-whole-or-not.ts'
import { onServer } from './support/template.ts'

const line = ['ChronologyEntry', 'ChronologyHead', 'RowKey']
const letters = async (id: string) => ((await onServer(databaseUrl(), `SELECT count(*)::int AS count FROM jobs.job WHERE name = 'safeguarding.alert-letter' AND data->>'concernId' = '${id}'`)).rows as { count: number }[])[0]!.count
const isWhole = async (id: string) => expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true, why: null })
const patience = process.env.BELAY_SOAK ? 900_000 : 180_000

beforeAll(() => startJobs())

test('killed while somebody adds what they know, and shows where they saw it: each is there whole or not at all', async () => {
  const id = await raiseConcern(of('marcus'), { id: newId(), who: 'Wren', what: 'A bruise.', danger: 'soon' })
  const before = await letters(id)
  await expectWholeOrNot('modules/safeguarding/add-to-concern.server.ts', addToConcern, of('marcus'), { ...step(id), part: 'seen', said: { seen: 'Yellow, the size of a coin.' } }, line, { jobs: true })
  await expectWholeOrNot('modules/safeguarding/add-marks.server.ts', addMarks, of('marcus'), { ...step(id), marks: [{ place: 'front.left_forearm', size: 'like a coin' }] }, line, { jobs: true })
  await readersTold(id)
  expect(await letters(id), 'before it is taken on the clocks run, and letters went').toBe(before)
  await isWhole(id)
}, patience)

test('killed while a case is referred, and while its answer is written down', async () => {
  const agencyId = newId()
  await keepAgency(of('fatima'), { id: agencyId, organisationId: cast.riverside, kind: 'front_door', area: 'Eastmarsh', name: 'Eastmarsh MASH', phone: '020 7946 0101', hours: 'At any hour' })
  const id = await taken()
  await triage(id, 'high')
  await decideConcern(of('fatima'), { ...step(id), decision: 'refer', reasons: words, family: words, reviewOn: '' })
  const form = { child: 'Wren Hale', said: '“He hits me.”', done: 'Seen at two.', family: 'Not told.', ask: 'An assessment today.', referrer: 'Fatima', how: 'Rung.', basis: 'public_task' } as const
  await expectWholeOrNot('modules/cases/refer-concern.server.ts', referConcern, of('fatima'), { ...step(id), agencyId, happenedAt: localOf(now(), 'Europe/London'), ...form }, line)
  const [made] = (await onServer(databaseUrl(), `SELECT number FROM "ChronologyEntry" WHERE "concernId" = '${id}' AND kind = 'referred'`)).rows as { number: number }[]
  await expectWholeOrNot('modules/cases/write-down-answer.server.ts', writeDownAnswer, of('tom'), { ...step(id), number: made!.number, answer: 'accepted', who: 'Ann Low', words }, line)
  await isWhole(id)
}, patience)

test('killed while a head opens a concern in need: no glass without its reason, its letters and its line', async () => {
  const id = await taken()
  const before = await letters(id)
  await expectWholeOrNot('modules/cases/break-glass.server.ts', breakGlass, of('hana'), { ...step(id), words }, [...line, 'GlassBroken'], { jobs: true })
  expect(await letters(id), 'one each to the lead and the deputy').toBe(before + 2)
  await isWhole(id)
}, patience)

test('killed while a cover is told of what waits for somebody who is away: all of it, once, or nothing', async () => {
  const id = await taken()
  const absence = { id: newId(), organisationId: cast.riverside, personId: of('fatima').id, coverId: of('tom').id, startsAt: now(), endsAt: after(days(2)) }
  await sayAway(of('fatima'), absence)
  const before = await letters(id)
  await expectJobWholeOrNot('modules/safeguarding/route-to-cover.server.ts', routeToCover, absence.id, ['Absence', 'ChronologyEntry', 'ChronologyHead'])
  expect(await letters(id), 'one letter to the cover').toBe(before + 1)
  await isWhole(id)
}, patience)
