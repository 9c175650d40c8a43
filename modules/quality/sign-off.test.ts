import { beforeAll, expect, test } from 'vitest'
import { everyCriterionMet } from '#prisma/demo/every-criterion-met.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { registeredLearners } from '#tests/support/registered-learners.ts'
import { findMatrix } from '../accreditation/find-matrix.server.ts'
import { markOf } from '../accreditation/look-for-names.server.ts'
import { withdrawLearner } from '../accreditation/withdraw-learner.server.ts'
import { writeStatement } from '../accreditation/write-statement.server.ts'
import { addToCohort } from '../cohorts/add-to-cohort.server.ts'
import { joinCohort } from '../cohorts/join-cohort.server.ts'
import { leaveCohort } from '../cohorts/leave-cohort.server.ts'
import { openCohort } from '../cohorts/open-cohort.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { viewerOf } from '../identity/viewer-of.server.ts'
import { endRole } from '../organisations/end-role.server.ts'
import { giveRole } from '../organisations/give-role.server.ts'
import { isSignedOff, signedOff } from './is-signed-off.server.ts'
import { signOffLearner } from './sign-off-learner.server.ts'

let cast: Cast
let registered: Record<string, string>
const of = (name: string) => cast.people[name]!
const met = (name: string, more: Parameters<typeof everyCriterionMet>[1] = {}) => everyCriterionMet({ learner: of(name), assessor: of('noor'), registrationId: registered[name]! }, more)
const signOff = (by: string, name: string, id = newId()) => signOffLearner(of(by), { id, registrationId: registered[name]! })

beforeAll(async () => {
  cast = await theCast()
  ;({ registered } = await registeredLearners(cast, ['amara', 'jay', 'priya', 'dylan', 'kofi', 'sofia']))
})

test('a quality assurer signs off who is met in everything, once, and it is on record', async () => {
  await met('amara', { but: ['EX1 1.1'] })
  await expect(signOff('owen', 'amara')).rejects.toThrow(/of \d+ criteria are met/)
  await met('amara')
  for (const name of ['amara', 'noor', 'sam', 'grace', 'marcus', 'helen']) await expect(signOff(name, 'amara'), name).rejects.toThrow(Forbidden)
  for (const name of ['jay', 'zia', 'leon', 'eve', 'ella', 'vera']) await expect(signOff(name, 'amara'), name).rejects.toThrow(NotFound)
  const id = newId()
  await signOff('owen', 'amara', id)
  await signOff('owen', 'amara', id)
  await expect(signOff('owen', 'amara')).rejects.toThrow(Conflict)
  const acts = await read(of('owen'), (tx) => tx.act.findMany({ where: { kind: 'quality.learner-signed-off', subjectId: of('amara').id } }))
  expect(acts.map(({ byId }) => byId)).toEqual([of('owen').id])
  for (const name of ['amara', 'noor', 'grace', 'marcus']) expect(await read(of(name), (tx) => isSignedOff(tx, registered.amara!)), name).toBe(true)
  expect(await read(of('zia'), (tx) => isSignedOff(tx, registered.amara!))).toBe(false)
  expect([...(await read(of('grace'), (tx) => signedOff(tx, [registered.amara!, registered.jay!])))]).toMatchObject([[registered.amara, { byId: of('owen').id }]])
})

test('of two at once one signs off, and the other is told', async () => {
  await met('jay')
  const outcomes = await Promise.allSettled([signOff('owen', 'jay'), signOff('owen', 'jay')])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({ name: 'Conflict' })
})

test('nobody is signed off who is withdrawn', async () => {
  await met('kofi')
  await withdrawLearner(of('grace'), { registrationId: registered.kofi! })
  await expect(signOff('owen', 'kofi')).rejects.toThrow('withdrawn')
})

test('nobody signs off what they decided, wrote or taught, in the deed and in the database', async () => {
  const words = 'I watched her listen to the end.'
  const listening = (await findMatrix(of('sam'), { registrationId: registered.priya! })).units.flatMap(({ criteria }) => criteria).find(({ shownBy }) => shownBy.includes('observation'))!
  await writeStatement(of('sam'), { id: newId(), registrationId: registered.priya!, kind: 'observation', words, criterionIds: [listening.id], declared: true, looked: markOf(words) })
  await met('priya')
  const membershipId = await giveRole(of('grace'), { organisationId: cast.riverside, personId: of('noor').id, role: 'quality_assurer' })
  const noor = await viewerOf(of('noor').id)
  await expect(signOffLearner(noor, { id: newId(), registrationId: registered.priya! })).rejects.toThrow('You decided some of what they handed in')
  await giveRole(of('grace'), { organisationId: cast.riverside, personId: of('sam').id, role: 'quality_assurer' })
  await expect(signOffLearner(await viewerOf(of('sam').id), { id: newId(), registrationId: registered.priya! })).rejects.toThrow('You wrote some of their evidence')

  // Owen once taught the course Dylan and Priya are on, and has left it.
  await giveRole(of('grace'), { organisationId: cast.riverside, personId: of('owen').id, role: 'trainer' })
  const cohortId = await openCohort(of('grace'), { organisationId: cast.riverside, name: 'Spring', pattern: 'five_session', places: 9, firstAt: '2027-03-01T15:30', minutes: 60, place: 'Hall' })
  await addToCohort(of('grace'), { cohortId, personId: of('owen').id, part: 'trainer' })
  await leaveCohort(of('owen'), { cohortId, personId: of('owen').id })
  for (const name of ['dylan', 'priya', 'sofia']) await joinCohort(of(name), { cohortId })
  await expect(signOff('owen', 'priya')).rejects.toThrow('You taught their course')
  const around = change(of('owen'), (tx) => tx.signOff.createMany({ data: [{ id: newId(), organisationId: cast.riverside, registrationId: registered.priya!, personId: of('priya').id, byId: of('owen').id }] }))
  await expect(around).rejects.toThrow(/row-level security/)
  await met('dylan')
  await expect(signOffLearner(noor, { id: newId(), registrationId: registered.dylan! })).rejects.toThrow('You decided')
  await expect(signOffLearner(noor, { id: newId(), registrationId: registered.sofia! })).rejects.toThrow('You assessed others of their course')
  await endRole(of('grace'), { membershipId })
  await expect(signOffLearner(await viewerOf(of('noor').id), { id: newId(), registrationId: registered.dylan! })).rejects.toThrow(Forbidden)
})
