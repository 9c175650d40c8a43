import { beforeAll, expect, test } from 'vitest'
import { aCourseDone } from '#tests/support/a-complete-learner.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { theCast } from '#tests/support/cast.ts'
import { everyCriterionMet } from '#prisma/demo/every-criterion-met.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { bringInSpecification } from '../accreditation/bring-in-specification.server.ts'
import { registerLearner } from '../accreditation/register-learner.server.ts'
import { withdrawLearner } from '../accreditation/withdraw-learner.server.ts'
import { acceptClaim } from '../claims/answer-claim.server.ts'
import { enterDetails } from '../claims/enter-details.server.ts'
import { findBatch } from '../claims/find-batch.server.ts'
import { makeBatch } from '../claims/make-batch.server.ts'
import { makeTemplate } from '../claims/make-template.server.ts'
import { sendBatch } from '../claims/send-batch.server.ts'
import { usualColumns } from '../claims/template.ts'
import { theExample } from '../curriculum/the-curriculum.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { endRole } from '../organisations/end-role.server.ts'
import { viewerOf } from '../identity/viewer-of.server.ts'
import { signOffLearner } from '../quality/sign-off-learner.server.ts'
import { awardCourse } from './award-course.server.ts'
import { awardOfRegistration } from './award-of-registration.server.ts'
import { awardQualification } from './award-qualification.server.ts'
import { awardsOfCohort } from './awards-of-cohort.server.ts'
import { findCertificate } from './find-certificate.server.ts'
import { findPublicCertificate } from './find-public-certificate.server.ts'
import { awardedLately, myAwards } from './my-awards.server.ts'
import { readyForCertificate } from './ready-for-certificate.server.ts'
import { sayParentAgreed } from './say-parent-agreed.server.ts'
import { takeBackAward } from './take-back-award.server.ts'

let cast: Cast
let cohortId: string
const of = (name: string) => cast.people[name]!
const acts = (name: string, kind: string) => read(of(name), (tx) => tx.act.findMany({ where: { kind, byId: of(name).id } }))

beforeAll(async () => {
  cast = await theCast()
  cohortId = await aCourseDone(cast, { complete: ['amara', 'jay'], others: ['priya'] })
}, 120_000)

test('a trainer of the cohort awards the course to whoever has done all of it: two at once and a resend are one certificate', async () => {
  for (const by of ['sam', 'grace']) expect(await readyForCertificate(of(by)), by).toMatchObject([{ cohortId, where: 'Riverside Academy', ready: 2 }])
  for (const by of ['marcus', 'hana', 'noor', 'tess', 'cass', 'amara']) expect(await readyForCertificate(of(by)), by).toEqual([])
  const id = newId()
  const [one, other] = await Promise.allSettled([awardCourse(of('sam'), { id, cohortId, personId: of('amara').id }), awardCourse(of('grace'), { id: newId(), cohortId, personId: of('amara').id })])
  expect([one.status, other.status].sort()).toEqual(['fulfilled', 'rejected'])
  const [award] = await myAwards(of('amara'))
  expect(await readyForCertificate(of('sam'))).toMatchObject([{ ready: 1 }])
  expect(await myAwards(of('amara'))).toMatchObject([{ kind: 'course', title: 'Peer Mentor, Level 2', standing: 'good', isPublic: false, where: 'Riverside Academy' }])
  await awardCourse(of(award!.by === 'Sam' ? 'sam' : 'grace'), { id: award!.id, cohortId, personId: of('amara').id })
  await expect(awardCourse(of('sam'), { id: newId(), cohortId, personId: of('amara').id })).rejects.toThrow('already')
  expect([...await acts('sam', 'award.made-out'), ...await acts('grace', 'award.made-out')]).toMatchObject([{ subjectId: of('amara').id, facts: { awardId: award!.id, of: 'course' } }])
})

test('whoever has not done all of it gets none, and what is left is said; nobody awards who may not, and nobody awards themself', async () => {
  const give = (by: string, who = 'priya', cohort = cohortId) => awardCourse(of(by), { id: newId(), cohortId: cohort, personId: of(who).id })
  await expect(give('sam')).rejects.toThrow(/^Not yet\. The units of the course: 0 of \d+ done\.$/)
  for (const by of ['marcus', 'helen', 'noor', 'owen', 'hana', 'fatima', 'amara']) await expect(give(by, 'jay'), by).rejects.toThrow(Forbidden)
  for (const by of ['tess', 'cass', 'leon', 'zia', 'vera']) await expect(give(by, 'jay'), by).rejects.toThrow(NotFound)
  await expect(give('grace', 'kofi')).rejects.toThrow(NotFound)
  await expect(awardsOfCohort(of('marcus'), { cohortId })).rejects.toThrow(Forbidden)
  const { learners } = await awardsOfCohort(of('sam'), { cohortId })
  expect(learners.find(({ name }) => name === 'Priya')).toMatchObject({ isCourseDone: false, award: null, left: [expect.stringContaining('The units of the course')] })
  expect(learners.find(({ name }) => name === 'Jay')).toMatchObject({ isCourseDone: true, award: null, left: [] })
})

test('the table itself takes no certificate that nobody may give', async () => {
  const row = { organisationId: cast.riverside, personId: of('jay').id, kind: 'course' as const, courseId: 'course-peer-mentor-2', cohortId, issue: 1, title: 'x', fullName: 'x', salt: 'x' }
  const put = (by: string, less: Partial<typeof row> = {}) => read(of(by), () => Promise.resolve()).then(async () => {
    const { change } = await import('../db/change.server.ts')
    return change(of(by), (tx) => tx.award.createMany({ data: [{ ...row, id: newId(), mark: newId(), badgeId: newId(), byId: of(by).id, ...less }] }))
  })
  for (const by of ['marcus', 'tess', 'jay', 'cass', 'helen']) await expect(put(by), by).rejects.toThrow(/row-level security|denied/)
  await expect(put('sam', { issue: 2 })).rejects.toThrow(/row-level security/)
  await expect(put('grace', { personId: of('kofi').id })).rejects.toThrow(/row-level security/)
})

test('a certificate is taken back with a reason its holder reads, and a new one is made out', async () => {
  const [first, second] = [newId(), newId()]
  await awardCourse(of('sam'), { id: first, cohortId, personId: of('jay').id })
  for (const by of ['marcus', 'helen', 'jay']) await expect(takeBackAward(of(by), { awardId: first, reason: 'No.' }), by).rejects.toThrow(Forbidden)
  for (const by of ['priya', 'cass', 'noor']) await expect(takeBackAward(of(by), { awardId: first, reason: 'No.' }), by).rejects.toThrow(NotFound)
  await expect(takeBackAward(of('sam'), { awardId: first, reason: '  ' })).rejects.toThrow('Say why')
  const reason = 'It was made out before the last session was marked.'
  const both = await Promise.allSettled([takeBackAward(of('sam'), { awardId: first, reason }), takeBackAward(of('grace'), { awardId: first, reason })])
  // Whoever comes second has written a reason too, and is told that it is not the one that stands.
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(Conflict) as Conflict })
  expect([...await acts('sam', 'award.taken-back'), ...await acts('grace', 'award.taken-back')]).toHaveLength(1)
  expect(await myAwards(of('jay'))).toMatchObject([{ id: first, standing: 'taken-back', takenBack: { reason } }])
  await expect(findCertificate(of('jay'), { awardId: first })).rejects.toThrow(Conflict)
  expect(await awardedLately(of('jay'))).toMatchObject([{ id: first, takenBackAt: expect.any(Date) as unknown }])
  expect(await readyForCertificate(of('sam')), 'taken back on purpose, so not proposed again').toEqual([])
  await awardCourse(of('grace'), { id: second, cohortId, personId: of('jay').id, goodUntil: '2999-12-31' })
  expect(await awardedLately(of('jay'))).toMatchObject([{ id: second, takenBackAt: null }])
  expect(await myAwards(of('jay'))).toMatchObject([{ id: second, standing: 'good' }, { id: first, standing: 'taken-back' }])
  expect(JSON.stringify([...await acts('sam', 'award.taken-back'), ...await acts('grace', 'award.taken-back')])).not.toContain('last session')
})

test('whoever holds the paper learns whether it is real, and whether the name is right; no more than that', async () => {
  const { mark } = await read(of('jay'), (tx) => tx.award.findFirstOrThrow({ where: { personId: of('jay').id, issue: 2 } }))
  const old = await read(of('jay'), (tx) => tx.award.findFirstOrThrow({ where: { personId: of('jay').id, issue: 1 } }))
  const from = { address: '192.0.2.44' }
  const found = await findPublicCertificate({ mark }, from)
  expect(found).toMatchObject({ standing: 'good', title: 'Peer Mentor, Level 2', issuer: 'Eastside Delivery Site', isTheName: null })
  expect(JSON.stringify(found)).not.toMatch(/Jay|Patel|Riverside/)
  // As it may be typed off the paper: no dashes, small letters, O for nought and I for one.
  expect(await findPublicCertificate({ mark: mark.replaceAll('-', '').toLowerCase().replaceAll('0', 'o').replaceAll('1', 'i') }, from)).toMatchObject({ standing: 'good' })
  expect(await findPublicCertificate({ mark, name: ' jay  PATEL ' }, from)).toMatchObject({ isTheName: true })
  expect(await findPublicCertificate({ mark, name: 'Jay' }, from)).toMatchObject({ isTheName: false })
  expect(await findPublicCertificate({ mark: old.mark }, from)).toMatchObject({ standing: 'taken-back' })
  for (const none of ['', '0000-0000-0000-0000', "' OR 1=1 --", 'x'.repeat(5000)]) expect(await findPublicCertificate({ mark: none }, from)).toBeNull()
  await asOwner(`UPDATE "Award" SET "goodUntil" = app.now() - interval '1 day' WHERE mark = '${mark}'`)
  expect(await findPublicCertificate({ mark }, from)).toMatchObject({ standing: 'run-out' })
})

/** Claimed from the awarding body, and accepted with a number. */
async function claimed(registrationId: string, specificationId: string) {
  const grace = of('grace')
  await enterDetails(grace, { id: newId(), registrationId, forenames: 'Kofi', surname: 'Mensah', bornOn: '2009-09-09', uln: '9276308686', revision: 0 })
  const templateId = await makeTemplate(grace, { id: newId(), organisationId: cast.riverside, name: 'Example', columns: usualColumns, dateFormat: 'dd/mm/yyyy', hasByteOrderMark: false, needsUln: true })
  const batchId = await makeBatch(grace, { id: newId(), organisationId: cast.riverside, specificationId, templateId, registrationIds: [registrationId] })
  await sendBatch(grace, { batchId })
  const { claims: [claim] } = await findBatch(grace, { batchId })
  await acceptClaim(grace, { id: newId(), claimId: claim!.id, certificateNumber: 'EX-0041' })
}

test('a qualification is awarded with the awarding body’s number, once a quality assurer has signed off; not under 14, and not to the withdrawn', async () => {
  const specificationId = await bringInSpecification(of('ella'), { id: newId(), organisationId: cast.eastside, text: JSON.stringify(theExample) })
  const registrationId = await registerLearner(of('grace'), { id: newId(), organisationId: cast.riverside, personId: of('kofi').id, specificationId })
  const give = (by = 'grace', id = newId()) => awardQualification(of(by), { id, registrationId })
  await expect(give()).rejects.toThrow('quality assurer signs them off first')
  await everyCriterionMet({ learner: of('kofi'), assessor: of('noor'), registrationId }, { says: { reflection: 'I listened.', answer: 'I tell an adult.', feedback: 'Clear.' } })
  await signOffLearner(of('owen'), { id: newId(), registrationId })
  await expect(give()).rejects.toThrow('comes with the claim')
  await claimed(registrationId, specificationId)
  for (const by of ['sam', 'noor', 'owen', 'marcus', 'kofi']) await expect(give(by), by).rejects.toThrow(Forbidden)
  await expect(give('cass')).rejects.toThrow(NotFound)
  await asOwner(`UPDATE "Person" SET "bornOn" = app.now() - interval '13 years 11 months' WHERE id = '${of('kofi').id}'`)
  await expect(give()).rejects.toThrow('under 14')
  await asOwner(`UPDATE "Person" SET "bornOn" = app.now() - interval '14 years 1 day' WHERE id = '${of('kofi').id}'`)
  const id = newId()
  await Promise.allSettled([give('grace', id), give('grace', id)])
  await give('grace', id)
  expect(await awardOfRegistration(of('grace'), { registrationId })).toMatchObject({ isSignedOff: true, award: { id, certificateNumber: 'EX-0041', standing: 'good', needsParent: false } })
  // Who came in with a join code has no date of birth here: then a parent says yes first, and that can be written down from this page.
  await asOwner(`UPDATE "Person" SET "bornOn" = NULL WHERE id = '${of('kofi').id}'`)
  expect(await awardOfRegistration(of('grace'), { registrationId })).toMatchObject({ award: { needsParent: true } })
  await sayParentAgreed(of('grace'), { awardId: id })
  expect(await awardOfRegistration(of('grace'), { registrationId })).toMatchObject({ award: { needsParent: false } })
  await expect(awardOfRegistration(of('marcus'), { registrationId })).rejects.toThrow(Forbidden)
  await takeBackAward(of('grace'), { awardId: id, reason: 'The number was another learner’s.' })
  await withdrawLearner(of('grace'), { registrationId })
  await expect(give()).rejects.toThrow('not registered on this any more')
})

test('whose role has ended sees and awards nothing more', async () => {
  const membership = await read(of('grace'), (tx) => tx.membership.findFirstOrThrow({ where: { personId: of('sam').id, organisationId: cast.riverside } }))
  await endRole(of('grace'), { membershipId: membership.id })
  const sam = await viewerOf(of('sam').id)
  expect(await read(sam, (tx) => tx.award.count())).toBe(0)
  await expect(awardCourse(sam, { id: newId(), cohortId, personId: of('priya').id })).rejects.toThrow()
})
