import { beforeAll, expect, test } from 'vitest'
import { Role } from '#prisma/generated/enums.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import { after, days } from '../clock.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { findJoinCode } from '../identity/join-with-code.server.ts'
import { makeJoinCode } from '../identity/make-join-code.server.ts'
import { openTeaching } from '../teaching/open-teaching.server.ts'
import { sendToTraining } from '../trainers/send-to-training.server.ts'
import { trainerCohortsOf } from '../trainers/trainer-cohorts-of.server.ts'
import { addToCohort } from './add-to-cohort.server.ts'
import { changePlaces } from './change-places.server.ts'
import { changeSitting } from './change-sitting.server.ts'
import { closeCohort, sittingsToCallOff } from './close-cohort.server.ts'
import { cohortsOf } from './cohorts-of.server.ts'
import { findCohort } from './find-cohort.server.ts'
import { joinCohort } from './join-cohort.server.ts'
import { leaveCohort } from './leave-cohort.server.ts'
import { markRegister } from './mark-register.server.ts'
import { openCohort } from './open-cohort.server.ts'
import { may } from './policy.ts'
import { sessionsAhead } from './sessions-ahead.server.ts'
import { localOf } from './timetable.ts'

let cast: Cast
const of = (name: string) => cast.people[name]!
const opened = (over: Partial<Parameters<typeof openCohort>[1]> = {}, by = 'grace') => openCohort(of(by), {
  organisationId: cast.riverside, name: 'Mentor course', pattern: 'five_session', places: 2, firstAt: localOf(after(days(1)), 'Europe/London'), minutes: 90, place: 'Room 12', ...over,
})
beforeAll(async () => { cast = await theCast() })

test('who may close a course: every role, either kind', () => {
  for (const role of Object.values(Role)) {
    const viewer: Viewer = { id: newId(), name: 'A', memberships: [{ organisationId: 'here', role }] }
    expect([may.close(viewer, 'here', 'mentors'), may.close(viewer, 'here', 'trainers'), may.close(viewer, 'there', 'mentors')], role)
      .toEqual([['coordinator', 'trainer'].includes(role), ['trainer', 'programme_lead'].includes(role), false])
  }
})

test('a course closed half-way: places and marks stay, the queue ends, what is ahead is called off, its code works no more', async () => {
  const cohortId = await opened()
  for (const name of ['amara', 'jay', 'priya']) await joinCohort(of(name), { cohortId })
  const { code } = await makeJoinCode(of('grace'), { joinCodeId: newId(), organisationId: cast.riverside, cohortId, places: 5 })
  await moveClock('2 days')
  const [first, second] = (await findCohort(of('grace'), { cohortId })).sittings
  await markRegister(of('marcus'), { sessionId: first!.id, marks: { [of('amara').id]: 'present' } })

  for (const name of ['marcus', 'amara', 'fatima', 'hana', 'helen', 'noor']) await expect(closeCohort(of(name), { cohortId }), name).rejects.toThrow(Forbidden)
  for (const name of ['zia', 'cass', 'leon', 'ella', 'vera']) await expect(closeCohort(of(name), { cohortId }), name).rejects.toThrow(NotFound)
  await closeCohort(of('grace'), { cohortId })

  const closed = await findCohort(of('grace'), { cohortId })
  expect(closed).toMatchObject({ isOver: true, closed: { by: 'Grace' }, placedCount: 2, waitingCount: 0, can: { close: false, ask: false } })
  expect(closed.learners.map(({ name, attended }) => [name, attended]).sort()).toEqual([['Amara', 1], ['Jay', 0]])
  expect(closed.sittings.map(({ isCalledOff, isOver }) => [isCalledOff, isOver])).toEqual([[false, true], [true, false], [true, false], [true, false], [true, false]])
  expect((await findCohort(of('priya'), { cohortId })).mine).toBeNull()
  expect((await findCohort(of('amara'), { cohortId }))).toMatchObject({ mine: { part: 'learner', isWaiting: false }, sittings: [{ myMark: 'present' }, {}, {}, {}, {}] })
  for (const name of ['amara', 'grace', 'marcus']) expect((await sessionsAhead(of(name))).filter((session) => session.cohortId === cohortId), name).toEqual([])
  expect((await cohortsOf(of('grace'))).cohorts.find(({ id }) => id === cohortId)).toMatchObject({ isOver: true, held: 1, sittings: 5, next: null })

  await expect(findJoinCode(code, { address: '10.1.1.1' })).rejects.toThrow(Conflict)
  await expect(joinCohort(of('kofi'), { cohortId })).rejects.toThrow(Conflict)
  await expect(addToCohort(of('grace'), { cohortId, personId: of('kofi').id })).rejects.toThrow(Conflict)
  await expect(changePlaces(of('grace'), { cohortId, places: 9 })).rejects.toThrow(Conflict)
  await expect(changeSitting(of('grace'), { sessionId: second!.id, startsAt: localOf(after(days(3)), 'Europe/London'), minutes: 60, place: 'Hall' })).rejects.toThrow(Conflict)
  await expect(markRegister(of('grace'), { sessionId: second!.id, marks: { [of('amara').id]: 'present' } })).rejects.toThrow(Conflict)
  expect(await markRegister(of('grace'), { sessionId: first!.id, marks: { [of('jay').id]: 'late' } }), 'a held sitting’s register is finished afterwards').toBe(1)
  await leaveCohort(of('jay'), { cohortId, personId: of('jay').id })

  await expect(closeCohort(of('grace'), { cohortId })).rejects.toThrow(Conflict)
  const acts = await read(of('grace'), (tx) => tx.act.findMany({ where: { kind: 'cohorts.closed', subjectId: cohortId } }))
  expect(acts.map(({ facts }) => facts)).toEqual([{ waited: 1, calledOff: 4, codes: 1 }])
  await moveClock('0')
})

test('a sitting that was opened or marked before its hour has begun, and is not called off', async () => {
  const cohortId = await opened()
  await joinCohort(of('amara'), { cohortId })
  await addToCohort(of('grace'), { cohortId, personId: of('sam').id, part: 'trainer' })
  const [first, second] = (await findCohort(of('grace'), { cohortId })).sittings
  await openTeaching(of('sam'), { sessionId: first!.id })
  await markRegister(of('marcus'), { sessionId: second!.id, marks: { [of('amara').id]: 'present' } })
  expect(await sittingsToCallOff(of('grace'), { cohortId })).toBe(3)
  await expect(sittingsToCallOff(of('marcus'), { cohortId })).rejects.toThrow(Forbidden)
  // Grace is not in the room, and sees nothing of its teaching.
  await closeCohort(of('grace'), { cohortId })
  expect((await findCohort(of('grace'), { cohortId })).sittings.map(({ isCalledOff }) => isCalledOff)).toEqual([false, false, true, true, true])
  expect(await markRegister(of('marcus'), { sessionId: first!.id, marks: { [of('amara').id]: 'late' } })).toBe(1)
})

test('two close at once, and somebody asks for a place in that moment: closed once, and nobody waits for a course that is over', async () => {
  for (let round = 0; round < 5; round++) {
    const cohortId = await opened({ places: round % 2 ? 5 : 1 })
    await joinCohort(of('amara'), { cohortId })
    const [one, other] = await Promise.allSettled([closeCohort(of('grace'), { cohortId }), closeCohort(of('sam'), { cohortId }), joinCohort(of('jay'), { cohortId }), joinCohort(of('priya'), { cohortId })])
    expect([one.status, other.status].sort()).toEqual(['fulfilled', 'rejected'])
    expect(await findCohort(of('grace'), { cohortId })).toMatchObject({ isOver: true, waitingCount: 0 })
  }
})

test('Train-the-Trainer is closed by the delivery site, and a setting sends nobody to it any more', async () => {
  const cohortId = await opened({ organisationId: cast.eastside, kind: 'trainers', name: 'Train the Trainer' }, 'sam')
  expect(await sendToTraining(of('grace'), { cohortId, personId: of('tess').id, settingId: cast.riverside })).toBe('placed')
  await expect(closeCohort(of('grace'), { cohortId })).rejects.toThrow(Forbidden)
  await closeCohort(of('ella'), { cohortId })
  expect((await trainerCohortsOf(of('ella'))).cohorts.filter((cohort) => cohort.cohortId === cohortId)).toEqual([])
  expect(await findCohort(of('tess'), { cohortId })).toMatchObject({ isOver: true, mine: { part: 'learner' } })
  await leaveCohort(of('grace'), { cohortId, personId: of('tess').id })
  await expect(sendToTraining(of('grace'), { cohortId, personId: of('tess').id, settingId: cast.riverside })).rejects.toThrow(Conflict)
})
