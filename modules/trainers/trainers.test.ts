import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { addToCohort } from '../cohorts/add-to-cohort.server.ts'
import { findCohort } from '../cohorts/find-cohort.server.ts'
import { leaveCohort } from '../cohorts/leave-cohort.server.ts'
import { markRegister } from '../cohorts/mark-register.server.ts'
import { openCohort } from '../cohorts/open-cohort.server.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { viewerOf } from '../identity/viewer-of.server.ts'
import { giveRole } from '../organisations/give-role.server.ts'
import { sendToTraining } from './send-to-training.server.ts'
import { trainerCohortsOf } from './trainer-cohorts-of.server.ts'
import { whoCouldBeSent } from './who-could-be-sent.server.ts'

let cast: Cast
const of = (name: string) => cast.people[name]!
let cohortId: string

beforeAll(async () => {
  cast = await theCast()
  cohortId = await openCohort(of('sam'), { organisationId: cast.eastside, kind: 'trainers', name: 'Train the Trainer, autumn', pattern: 'two_day', places: 2, firstAt: '2027-01-14T10:00', minutes: 300, place: 'Eastside' })
  await giveRole(of('cass'), { organisationId: cast.harbour, personId: of('leon').id, role: 'trainee_trainer' })
  cast.people.leon = await viewerOf(of('leon').id)
  await addToCohort(of('sam'), { cohortId, personId: of('sam').id, part: 'trainer' })
})

test('a coordinator sends their own trainee trainers, and nobody else', async () => {
  expect((await whoCouldBeSent(of('grace'), { cohortId })).map((one) => one.fullName)).toEqual(['Tess Novak'])
  expect(await sendToTraining(of('grace'), { cohortId, personId: of('tess').id, settingId: cast.riverside })).toBe('placed')
  expect(await sendToTraining(of('cass'), { cohortId, personId: of('leon').id, settingId: cast.harbour })).toBe('placed')
  await expect(sendToTraining(of('grace'), { cohortId, personId: of('leon').id, settingId: cast.riverside })).rejects.toThrow(Conflict)
  await expect(sendToTraining(of('grace'), { cohortId, personId: of('leon').id, settingId: cast.harbour })).rejects.toThrow(Forbidden)
  await expect(sendToTraining(of('marcus'), { cohortId, personId: of('tess').id, settingId: cast.riverside })).rejects.toThrow(NotFound)
  expect(await sendToTraining(of('grace'), { cohortId, personId: of('tess').id, settingId: cast.riverside }), 'sent twice').toBe('placed')
})

test('who sees whose place', async () => {
  const seen = async (name: string) => (await read(of(name), (tx) => tx.cohortMember.findMany({ where: { cohortId, part: 'learner' }, include: { person: { select: { name: true } } } }))).map((member) => member.person.name).sort()
  for (const name of ['sam', 'ella']) expect(await seen(name), name).toEqual(['Leon', 'Tess'])
  for (const name of ['tess', 'leon']) expect(await seen(name), name).toEqual(['Leon', 'Tess'])
  for (const name of ['grace', 'hana']) expect(await seen(name), name).toEqual(['Tess'])
  expect(await seen('cass')).toEqual(['Leon'])
  for (const name of ['amara', 'marcus', 'fatima', 'helen', 'vera', 'noor']) expect(await seen(name), name).toEqual([])
})

test('the cohort as a list, with how many are mine', async () => {
  const list = async (name: string) => (await trainerCohortsOf(of(name))).cohorts.map(({ people, mine, places }) => [people, mine, places])
  expect(await list('grace')).toEqual([[2, 1, 2]])
  expect(await list('tess')).toEqual([[2, 1, 2]])
  expect(await list('sam')).toEqual([[2, 0, 2]])
  expect(await list('amara')).toEqual([])
})

test('a coordinator reads the marks of their own people; trainees only their own', async () => {
  const { sittings: [first] } = await findCohort(of('sam'), { cohortId })
  await markRegister(of('sam'), { sessionId: first!.id, marks: { [of('tess').id]: 'present', [of('leon').id]: 'late' } })
  const marks = (name: string) => read(of(name), async (tx) => (await tx.sessionMark.findMany({ where: { sessionId: first!.id } })).map((mark) => mark.mark).sort())
  expect(await marks('grace')).toEqual(['present'])
  expect(await marks('cass')).toEqual(['late'])
  expect(await marks('leon')).toEqual(['late'])
  expect(await marks('ella')).toEqual(['late', 'present'])
  await expect(markRegister(of('grace'), { sessionId: first!.id, marks: { [of('tess').id]: 'absent' } })).rejects.toThrow(Forbidden)
})

test('a trainee who leaves makes room for the next, though they no longer see the cohort', async () => {
  await giveRole(of('grace'), { organisationId: cast.riverside, personId: of('priya').id, role: 'trainee_trainer' })
  expect(await sendToTraining(of('grace'), { cohortId, personId: of('priya').id, settingId: cast.riverside })).toBe('waiting')
  await leaveCohort(of('leon'), { cohortId, personId: of('leon').id })
  expect((await findCohort(of('sam'), { cohortId })).learners.map((one) => one.name).sort()).toEqual(['Priya', 'Tess'])
  await expect(findCohort(of('leon'), { cohortId })).rejects.toThrow(NotFound)
})
