import { beforeAll, expect, test } from 'vitest'
import { Prisma } from '#prisma/generated/client.ts'
import { theCast } from '#tests/support/cast.ts'
import { safeUnits } from '#tests/support/ready-mentors.ts'
import { goShort } from '#prisma/demo/completion.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { addToCohort } from '../cohorts/add-to-cohort.server.ts'
import { findCohort } from '../cohorts/find-cohort.server.ts'
import { joinCohort } from '../cohorts/join-cohort.server.ts'
import { leaveCohort } from '../cohorts/leave-cohort.server.ts'
import { markRegister } from '../cohorts/mark-register.server.ts'
import { openCohort } from '../cohorts/open-cohort.server.ts'
import { findCourse } from '../curriculum/find-course.server.ts'
import { unitsOf } from '../curriculum/units-of.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { nextStep } from '../learning/next-step.server.ts'
import { endRole } from '../organisations/end-role.server.ts'
import { agreement } from './agreement.ts'
import { completionOf } from './completion-of.server.ts'
import { isCourseDone } from './is-course-done.server.ts'
import { findLearner } from './find-learner.server.ts'
import { learnersOfCohort } from './learners-of-cohort.server.ts'
import { myReadiness, nextToSign } from './my-readiness.server.ts'
import { namePolicy } from './name-policy.server.ts'
import { refuseIfNotReady } from './refuse-if-not-ready.server.ts'
import { sayPolicyRead } from './say-policy-read.server.ts'
import { sayTrainedBefore } from './say-trained-before.server.ts'
import { signAgreement } from './sign-agreement.server.ts'
import { takeBackTrainedBefore } from './take-back-trained-before.server.ts'
import { talkOverSession } from './talk-over-session.server.ts'

let cast: Cast
let cohortId: string
const of = (name: string) => cast.people[name]!
const who = (name: string) => ({ personId: of(name).id, organisationId: cast.riverside })
const seen = (by: string, name: string) => completionOf(of(by), who(name))
/** The same rule, asked in SQL. */
const isDone = async (name: string) => (await read(of('marcus'), (tx) => tx.$queryRaw<{ is: boolean }[]>`SELECT ${isCourseDone(Prisma.sql`${of(name).id}::uuid`, Prisma.sql`${cast.riverside}::uuid`)} AS is`))[0]!.is
const units = unitsOf(findCourse('peer-mentor-level-2')).map(({ unit }) => unit)
const acts = (by: string, kind: string) => read(of(by), (tx) => tx.act.findMany({ where: { byId: of(by).id, kind } }))
const sign = (name: string) => signAgreement(of(name), { organisationId: cast.riverside, version: agreement.version, agreed: 'yes' })
const policy = (title: string) => namePolicy(of('grace'), { id: newId(), organisationId: cast.riverside, title, datedOn: '2026-01-05', address: 'https://riverside.example/policy' })

beforeAll(async () => {
  cast = await theCast()
  cohortId = await openCohort(of('grace'), { organisationId: cast.riverside, name: 'Mentor course', pattern: 'two_day', places: 10, firstAt: '2026-03-05T10:00', minutes: 300, place: 'Room 12' })
  await addToCohort(of('grace'), { cohortId, personId: of('tess').id, part: 'trainer' })
  for (const name of ['amara', 'jay']) await joinCohort(of(name), { cohortId })
})

test('all of it, step by step: the course, a missed day made up, the agreement, the policy, and then the gate is open', async () => {
  expect((await seen('amara', 'amara')).missing).toEqual(['22 units of the course', '5 sessions: “The role”, “Relationships”, “Exploring change”, “Taking notice”, “Keeping safe”', '6 units about keeping safe', 'the mentor agreement, to sign', 'the setting’s safeguarding policy: the coordinator has not named it yet'])
  const { sittings } = await findCohort(of('tess'), { cohortId })
  await markRegister(of('tess'), { sessionId: sittings[0]!.id, marks: { [of('amara').id]: 'late' } })
  await markRegister(of('tess'), { sessionId: sittings[1]!.id, marks: { [of('amara').id]: 'absent' } })
  for (const unit of units) await goShort(of('amara'), unit)
  await Promise.all([sign('amara'), sign('amara')])
  const first = await policy('Riverside safeguarding policy')
  await sayPolicyRead(of('amara'), { policyId: first, read: 'yes' })
  await sayPolicyRead(of('amara'), { policyId: first, read: 'yes' })
  expect(await seen('marcus', 'amara')).toMatchObject({ isComplete: false, isCourseDone: false, missing: ['2 sessions: “Taking notice”, “Keeping safe”'] })
  expect(await isDone('amara')).toBe(false)
  await expect(read(of('marcus'), (tx) => refuseIfNotReady(tx, of('marcus'), who('amara')))).rejects.toThrow('Still missing: 2 sessions')

  expect(await nextStep(of('amara')), 'no top-up before the course is done').toMatchObject({ isTopUp: false, courseSlug: 'peer-mentor-level-2', state: 'finished' })
  const talk = { id: newId(), cohortId, personId: of('amara').id }
  await talkOverSession(of('tess'), { ...talk, session: 4 })
  await talkOverSession(of('tess'), { ...talk, session: 4 })
  const one = { cohortId, personId: of('amara').id, session: 5 }
  await Promise.all([talkOverSession(of('tess'), { id: newId(), ...one }), talkOverSession(of('marcus'), { id: newId(), ...one })])
  expect((await findLearner(of('tess'), { cohortId, personId: of('amara').id })).sessions.map(({ state }) => state)).toEqual(['there', 'there', 'there', 'made-up', 'made-up'])
  expect(await read(of('amara'), (tx) => tx.sessionTalkedOver.count())).toBe(2)
  expect(await seen('marcus', 'amara')).toMatchObject({ isComplete: true, isCourseDone: true, missing: [] })
  expect([await isDone('amara'), await isDone('jay')]).toEqual([true, false])
  await read(of('marcus'), (tx) => refuseIfNotReady(tx, of('marcus'), who('amara')))
  expect(await nextStep(of('amara'))).toMatchObject({ isTopUp: true, courseSlug: 'top-ups', state: 'not-begun' })
  expect(Number.isInteger((await nextStep(of('amara')))!.minutesLeft), 'whole minutes').toBe(true)
  expect(await nextStep(of('jay'))).toMatchObject({ isTopUp: false, courseSlug: 'peer-mentor-level-2' })

  expect(await acts('amara', 'completion.agreement-signed')).toMatchObject([{ facts: { version: 1 } }])
  expect(await acts('amara', 'completion.policy-read')).toMatchObject([{ facts: { policyId: first } }])
  expect(await acts('tess', 'completion.session-talked-over')).not.toHaveLength(0)
})

test('a newer policy is read anew, and one that is no longer the newest is not', async () => {
  const [old] = await read(of('amara'), (tx) => tx.settingPolicy.findMany())
  const id = newId()
  const newer = { id, organisationId: cast.riverside, title: 'A newer policy', datedOn: '2026-02-01' }
  expect(await Promise.all([namePolicy(of('grace'), newer), namePolicy(of('grace'), newer)])).toEqual([id, id])
  expect((await seen('amara', 'amara')).missing).toEqual(['the setting’s safeguarding policy, to read'])
  expect((await myReadiness(of('amara')))[0]).toMatchObject({ next: 'policy', policyId: id })
  expect(await nextToSign(of('amara'))).toMatchObject({ next: 'policy', policyId: id })
  expect(await nextToSign(of('jay')), 'units come first').toBeNull()
  await expect(sayPolicyRead(of('amara'), { policyId: old!.id, read: 'yes' })).rejects.toThrow(Conflict)
  await expect(sayPolicyRead(of('amara'), { policyId: id })).rejects.toThrow()
  await sayPolicyRead(of('amara'), { policyId: id, read: 'yes' })
  expect((await seen('amara', 'amara')).isComplete).toBe(true)
  expect(await nextToSign(of('amara'))).toBeNull()
})

test('who was trained before does what is about keeping safe, signs and reads, and is ready; taken back, they are not', async () => {
  const training = { id: newId(), ...who('jay'), seen: 'certificate' as const, endedOn: '2025-06-30' }
  await Promise.all([sayTrainedBefore(of('grace'), training), sayTrainedBefore(of('grace'), { ...training, id: newId() })])
  expect((await seen('jay', 'jay')).missing).toEqual(['6 units about keeping safe', 'the mentor agreement, to sign', 'the setting’s safeguarding policy, to read'])
  expect((await myReadiness(of('jay')))[0]).toMatchObject({ next: 'course', unit: { slug: safeUnits()[0]!.slug } })
  for (const unit of safeUnits()) await goShort(of('jay'), unit)
  await sign('jay')
  await sayPolicyRead(of('jay'), { policyId: (await myReadiness(of('jay')))[0]!.policyId!, read: 'yes' })
  expect(await seen('tess', 'jay')).toMatchObject({ isComplete: true, isCourseDone: false })
  const [kept] = await read(of('grace'), (tx) => tx.earlierTraining.findMany({ where: { personId: of('jay').id } }))
  for (let press = 0; press < 2; press++) await takeBackTrainedBefore(of('grace'), { trainingId: kept!.id })
  expect(await acts('grace', 'completion.trained-before-taken-back')).toHaveLength(1)
  expect((await seen('tess', 'jay')).isComplete).toBe(false)
  await sayTrainedBefore(of('grace'), { ...training, id: newId(), seen: 'letter' })
  expect((await seen('tess', 'jay')).isComplete).toBe(true)
})

test('each is for some to do, and never for oneself', async () => {
  for (const name of ['marcus', 'tess', 'sam', 'hana', 'amara', 'cass', 'ella', 'fatima']) {
    await expect(sayTrainedBefore(of(name), { id: newId(), ...who('kofi'), seen: 'letter', endedOn: '2025-06-30' }), name).rejects.toThrow(Forbidden)
    await expect(namePolicy(of(name), { id: newId(), organisationId: cast.riverside, title: 'Mine', datedOn: '2026-01-05' }), name).rejects.toThrow(name === 'cass' ? NotFound : Forbidden)
  }
  const talk = { id: newId(), cohortId, personId: of('jay').id, session: 4 }
  for (const name of ['grace', 'helen', 'sam']) await expect(talkOverSession(of(name), talk), name).rejects.toThrow(Forbidden)
  for (const name of ['leon', 'noor', 'amara', 'jay']) await expect(talkOverSession(of(name), talk), name).rejects.toThrow()
  await expect(talkOverSession(of('tess'), { ...talk, personId: of('kofi').id }), 'no place on it').rejects.toThrow(NotFound)
  await expect(talkOverSession(of('tess'), { ...talk, session: 9 })).rejects.toThrow(NotFound)
  await expect(talkOverSession(of('tess'), { ...talk, session: 1 }), 'still without a mark').rejects.toThrow(Conflict)
  await expect(talkOverSession(of('tess'), { ...talk, personId: of('amara').id, session: 1 }), 'they were there').rejects.toThrow('nothing to make up')
  await expect(signAgreement(of('marcus'), { organisationId: cast.riverside, version: agreement.version, agreed: 'yes' })).rejects.toThrow(Forbidden)
  await expect(signAgreement(of('zia'), { organisationId: cast.riverside, version: agreement.version, agreed: 'yes' })).rejects.toThrow(Forbidden)
  await expect(signAgreement(of('kofi'), { organisationId: cast.riverside, version: agreement.version + 1, agreed: 'yes' })).rejects.toThrow('new words')
  await expect(signAgreement(of('kofi'), { organisationId: cast.riverside, version: agreement.version })).rejects.toThrow()
})

test('who may not see it is refused, and is not told that nothing is done', async () => {
  for (const name of ['sofia', 'zia', 'helen', 'fatima', 'hana', 'sam', 'noor', 'leon', 'ella', 'vera']) {
    await expect(seen(name, 'amara'), name).rejects.toThrow(Forbidden)
    await expect(learnersOfCohort(of(name), { cohortId }), name).rejects.toThrow()
    await expect(findLearner(of(name), { cohortId, personId: of('amara').id }), name).rejects.toThrow()
  }
  for (const name of ['marcus', 'grace', 'tess', 'amara']) expect((await seen(name, 'amara')).isComplete, name).toBe(true)
})

test('nobody writes another’s signature, reading or training past the deeds', async () => {
  const { riverside: organisationId } = cast
  const personId = of('kofi').id
  const { id: policyId } = await read(of('amara'), (tx) => tx.settingPolicy.findFirstOrThrow())
  await expect(change(of('marcus'), (tx) => tx.mentorAgreement.createMany({ data: [{ personId, organisationId, version: 1 }] }))).rejects.toThrow(/row-level security/)
  await expect(change(of('marcus'), (tx) => tx.policyReading.createMany({ data: [{ personId, organisationId, policyId }] }))).rejects.toThrow(/row-level security/)
  await expect(change(of('marcus'), (tx) => tx.earlierTraining.createMany({ data: [{ id: newId(), personId, organisationId, courseId: 'course-peer-mentor-2', seen: 'letter', endedOn: new Date(), byId: of('marcus').id }] }))).rejects.toThrow(/row-level security/)
  await expect(change(of('amara'), (tx) => tx.sessionTalkedOver.createMany({ data: [{ id: newId(), personId: of('amara').id, organisationId, cohortId, courseId: 'course-peer-mentor-2', session: 1, byId: of('amara').id }] }))).rejects.toThrow(/row-level security/)
})

test('the list of a cohort goes page by page, and says who is ready and what is missing', async () => {
  await joinCohort(of('kofi'), { cohortId })
  const first = await learnersOfCohort(of('marcus'), { cohortId, take: 2 })
  expect(first.people.map(({ name, isReady, done }) => [name, isReady, done])).toEqual([['Amara', true, 22], ['Jay', true, 6]])
  const rest = await learnersOfCohort(of('marcus'), { cohortId, take: 2, after: first.next! })
  expect(rest).toMatchObject({ next: null, people: [{ name: 'Kofi', isReady: false, done: 0, lastActiveAt: null }] })
})

test('whose part has ended sees it no more', async () => {
  await leaveCohort(of('grace'), { cohortId, personId: of('tess').id })
  await expect(seen('tess', 'amara')).rejects.toThrow(Forbidden)
  const [membership] = await read(of('grace'), (tx) => tx.membership.findMany({ where: { personId: of('marcus').id, role: 'youth_worker' } }))
  await endRole(of('grace'), { membershipId: membership!.id })
  expect(await read(of('marcus'), async (tx) => [await tx.mentorAgreement.count(), await tx.policyReading.count(), await tx.sessionTalkedOver.count(), await tx.earlierTraining.count(), await tx.settingPolicy.count()])).toEqual([0, 0, 0, 0, 0])
})
