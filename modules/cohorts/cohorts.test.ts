import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { after, days, now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import { change } from '../db/change.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { addToCohort } from './add-to-cohort.server.ts'
import { changePlaces } from './change-places.server.ts'
import { changeSitting } from './change-sitting.server.ts'
import { findCohort } from './find-cohort.server.ts'
import { findRegister } from './find-register.server.ts'
import { joinCohort } from './join-cohort.server.ts'
import { leaveCohort } from './leave-cohort.server.ts'
import { markRegister } from './mark-register.server.ts'
import { openCohort } from './open-cohort.server.ts'
import { registersToMark } from './registers-to-mark.server.ts'
import { sessionsAhead } from './sessions-ahead.server.ts'
import { localOf } from './timetable.ts'
import { whoCouldJoin } from './who-could-join.server.ts'

let cast: Cast
const of = (name: string) => cast.people[name]!
const opened = (over: Partial<Parameters<typeof openCohort>[1]> = {}) => openCohort(of('grace'), {
  organisationId: cast.riverside, name: 'Mentor course', pattern: 'five_session', places: 2, firstAt: localOf(after(days(1)), 'Europe/London'), minutes: 90, place: 'Room 12', ...over,
})
beforeAll(async () => { cast = await theCast() })

test('a coordinator opens a cohort with its timetable, and the record says so', async () => {
  const cohortId = await opened()
  const cohort = await findCohort(of('grace'), { cohortId })
  expect(cohort.sittings.map((sitting) => [sitting.number, sitting.title, sitting.place])).toEqual([[1, 'The role', 'Room 12'], [2, 'Relationships', 'Room 12'], [3, 'Exploring change', 'Room 12'], [4, 'Taking notice', 'Room 12'], [5, 'Keeping safe', 'Room 12']])
  expect(await read(of('grace'), (tx) => tx.act.count({ where: { kind: 'cohorts.opened', subjectId: cohortId } }))).toBe(1)
  expect(await opened({ id: cohortId })).toBe(cohortId)
})

test('who may not open one', async () => {
  for (const name of ['amara', 'marcus', 'fatima', 'hana', 'helen', 'tess', 'cass', 'ella', 'vera', 'noor'])
    await expect(openCohort(of(name), { organisationId: cast.riverside, name: 'Mine', pattern: 'two_day', places: 4, firstAt: '2027-01-09T10:00', minutes: 300, place: 'Hall' }), name).rejects.toThrow(Forbidden)
})

test('mentors ask for places; when they are gone the next waits, and gets the place of the first who leaves', async () => {
  const cohortId = await opened()
  expect(await joinCohort(of('amara'), { cohortId })).toBe('placed')
  expect(await joinCohort(of('jay'), { cohortId })).toBe('placed')
  expect(await joinCohort(of('priya'), { cohortId })).toBe('waiting')
  expect(await joinCohort(of('kofi'), { cohortId })).toBe('waiting')
  expect(await joinCohort(of('priya'), { cohortId }), 'asking twice').toBe('waiting')
  await leaveCohort(of('amara'), { cohortId, personId: of('amara').id })
  const cohort = await findCohort(of('grace'), { cohortId })
  expect([cohort.learners.map((one) => one.name).sort(), cohort.waiting.map((one) => one.name)]).toEqual([['Jay', 'Priya'], ['Kofi']])
  expect(await joinCohort(of('amara'), { cohortId }), 'back at the end of the queue').toBe('waiting')
  expect((await findCohort(of('grace'), { cohortId })).waiting.map((one) => one.name)).toEqual(['Kofi', 'Amara'])
})

test('two at the last place: one gets it and the other waits', async () => {
  for (let round = 0; round < 5; round++) {
    const cohortId = await opened({ places: 1 })
    const outcomes = await Promise.all(['amara', 'jay', 'priya'].map((name) => joinCohort(of(name), { cohortId })))
    expect(outcomes.sort()).toEqual(['placed', 'waiting', 'waiting'])
    expect(await findCohort(of('grace'), { cohortId })).toMatchObject({ placedCount: 1, waitingCount: 2 })
  }
})

test('one person pressing twice at once has one place', async () => {
  const cohortId = await opened({ places: 5 })
  await Promise.all([1, 2, 3].map(() => joinCohort(of('amara'), { cohortId })))
  expect(await findCohort(of('grace'), { cohortId })).toMatchObject({ placedCount: 1, waitingCount: 0 })
})

test('who sees whom in a cohort', async () => {
  const cohortId = await opened({ places: 3 })
  for (const name of ['amara', 'jay']) await joinCohort(of(name), { cohortId })
  await addToCohort(of('grace'), { cohortId, personId: of('sam').id, part: 'trainer' })
  for (const [name, viewer] of Object.entries(cast.people)) {
    const seen = await read(viewer, async (tx) => [await tx.cohort.count({ where: { id: cohortId } }), await tx.cohortMember.count({ where: { cohortId } }), await tx.cohortSession.count({ where: { cohortId } })])
    const expected = ['grace', 'marcus', 'sam', 'hana', 'helen', 'fatima', 'tom'].includes(name) ? [1, 3, 5]
      : ['amara', 'jay'].includes(name) ? [1, 2, 5] // their own place, and the trainer's
        : ['priya', 'dylan', 'sofia', 'kofi', 'noor', 'owen'].includes(name) ? [1, 0, 5] : [0, 0, 0] // an external quality assurer sees what is opened to them, and no cohort
    expect([name, ...seen]).toEqual([name, ...expected])
  }
  expect((await findCohort(of('amara'), { cohortId })).trainers).toMatchObject([{ name: 'Sam' }])
})

test('a mentor cannot take a place past the queue, not even in SQL', async () => {
  const cohortId = await opened({ places: 1 })
  await joinCohort(of('jay'), { cohortId })
  await expect(change(of('amara'), (tx) => tx.cohortMember.createMany({ data: [{ organisationId: cast.riverside, cohortId, personId: of('amara').id, part: 'learner', placedAt: now() }] }))).rejects.toThrow(/row-level security/)
  await joinCohort(of('amara'), { cohortId })
  await expect(change(of('amara'), (tx) => tx.cohortMember.updateMany({ where: { cohortId, personId: of('amara').id }, data: { placedAt: now() } }))).rejects.toThrow(/row-level security/)
  await expect(change(of('amara'), (tx) => tx.cohortMember.createMany({ data: [{ organisationId: cast.riverside, cohortId, personId: of('priya').id, part: 'learner' }] }))).rejects.toThrow(/row-level security/)
})

test('who runs it, and who is refused', async () => {
  const cohortId = await opened()
  await joinCohort(of('amara'), { cohortId })
  const { sittings: [first] } = await findCohort(of('grace'), { cohortId })
  const everything = (name: string) => [
    () => changePlaces(of(name), { cohortId, places: 5 }), () => addToCohort(of(name), { cohortId, personId: of('jay').id }), () => leaveCohort(of(name), { cohortId, personId: of('amara').id }),
    () => changeSitting(of(name), { sessionId: first!.id, startsAt: '2027-01-09T10:00', minutes: 60, place: 'Hall' }), () => markRegister(of(name), { sessionId: first!.id, marks: { [of('amara').id]: 'present' } }), () => whoCouldJoin(of(name), { cohortId }),
  ]
  for (const name of ['hana', 'fatima', 'helen']) for (const deed of everything(name)) await expect(deed(), name).rejects.toThrow(Forbidden)
  for (const name of ['leon', 'cass', 'ella', 'zia', 'vera', 'tess']) for (const deed of everything(name)) await expect(deed(), name).rejects.toThrow(NotFound)
  expect(await whoCouldJoin(of('marcus'), { cohortId, name: 'JAY' })).toMatchObject({ learners: [{ id: of('jay').id }], trainers: [], hasMore: false })
  await expect(joinCohort(of('zia'), { cohortId })).rejects.toThrow(NotFound)
  await expect(joinCohort(of('marcus'), { cohortId })).rejects.toThrow(Forbidden)
  await expect(leaveCohort(of('jay'), { cohortId, personId: of('amara').id })).rejects.toThrow(NotFound)
  await expect(addToCohort(of('grace'), { cohortId, personId: of('fatima').id })).rejects.toThrow(Conflict)
})

test('more places go to those who wait; fewer than are taken is refused and changes nothing', async () => {
  const cohortId = await opened({ places: 1 })
  for (const name of ['amara', 'jay']) await joinCohort(of(name), { cohortId })
  await changePlaces(of('marcus'), { cohortId, places: 2 })
  expect(await findCohort(of('grace'), { cohortId })).toMatchObject({ placedCount: 2, waitingCount: 0 })
  await expect(changePlaces(of('grace'), { cohortId, places: 1 })).rejects.toThrow(Conflict)
  expect((await findCohort(of('grace'), { cohortId })).places).toBe(2)
})

test('a register keeps every mark, and the newest counts, for two registrars at once', async () => {
  const cohortId = await opened({ places: 3 })
  for (const name of ['amara', 'jay', 'priya']) await joinCohort(of(name), { cohortId })
  const { sittings: [first] } = await findCohort(of('grace'), { cohortId })
  const sessionId = first!.id
  const [amara, jay, priya] = ['amara', 'jay', 'priya'].map((name) => of(name).id) as [string, string, string]
  await Promise.all([markRegister(of('marcus'), { sessionId, marks: { [amara]: 'present', [jay]: 'absent' } }), markRegister(of('grace'), { sessionId, marks: { [priya]: 'excused' } })])
  const marked = async () => Object.fromEntries((await findRegister(of('grace'), { cohortId, sessionId })).people.map((person) => [person.name, person.mark]))
  expect(await marked()).toEqual({ Amara: 'present', Jay: 'absent', Priya: 'excused' })
  const key = '01990000-0000-7000-8000-00000000000a'
  expect(await markRegister(of('grace'), { key, sessionId, marks: { [jay]: 'late' } })).toBe(1)
  expect(await markRegister(of('grace'), { key, sessionId, marks: { [jay]: 'late' } }), 'sent twice').toBe(0)
  expect(await marked()).toEqual({ Amara: 'present', Jay: 'late', Priya: 'excused' })
  expect(await read(of('grace'), (tx) => tx.sessionMark.count({ where: { sessionId } }))).toBe(4)
  expect(await read(of('jay'), (tx) => tx.sessionMark.findMany({ where: { sessionId }, select: { personId: true } }))).toEqual([{ personId: jay }, { personId: jay }])
  await expect(change(of('grace'), (tx) => tx.sessionMark.updateMany({ where: { sessionId }, data: { mark: 'present' } }))).rejects.toThrow(/permission denied/)
  await expect(markRegister(of('grace'), { sessionId, marks: { [of('dylan').id]: 'present' } })).rejects.toThrow(Conflict)
})

test('the sittings ahead, for each who has a part in them', async () => {
  const cohortId = await opened({ places: 2, name: 'Ahead' })
  await joinCohort(of('sofia'), { cohortId })
  const mine = async (name: string) => (await sessionsAhead(of(name), { take: 50 })).filter((session) => session.cohortId === cohortId)
  expect(await mine('sofia')).toMatchObject([{ cohortName: 'Ahead', title: 'The role', place: 'Room 12', minutes: 90, onRegister: 1, part: 'learner' }])
  expect(await mine('grace')).toMatchObject([{ part: 'coordinator' }])
  expect(await mine('dylan')).toEqual([])
  await moveClock('3 days')
  expect(await mine('sofia')).toMatchObject([{ title: 'Relationships' }])
  await moveClock('0')
})

test('a register that is not finished is on the Today of its trainers, until it is', async () => {
  const cohortId = await opened({ places: 3, name: 'To mark' })
  for (const name of ['sofia', 'kofi']) await joinCohort(of(name), { cohortId })
  await addToCohort(of('grace'), { cohortId, personId: of('sam').id, part: 'trainer' })
  const mine = async (name: string) => (await registersToMark(of(name), { take: 50 })).filter((one) => one.cohortId === cohortId)
  expect(await mine('sam')).toEqual([])
  await moveClock('3 days')
  const { sittings: [first] } = await findCohort(of('grace'), { cohortId })
  expect(await mine('sam')).toMatchObject([{ sessionId: first!.id, cohortName: 'To mark', title: 'The role', left: 2 }])
  for (const name of ['sofia', 'grace', 'marcus', 'tess']) expect(await mine(name), name).toEqual([])
  await joinCohort(of('dylan'), { cohortId })
  await markRegister(of('sam'), { sessionId: first!.id, marks: { [of('sofia').id]: 'present' } })
  expect(await mine('sam'), 'who came later was not there to be marked').toMatchObject([{ left: 1 }])
  await leaveCohort(of('kofi'), { cohortId, personId: of('kofi').id })
  expect(await mine('sam')).toEqual([])
  await moveClock('0')
})
