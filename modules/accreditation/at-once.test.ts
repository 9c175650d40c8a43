import { beforeAll, expect, test } from 'vitest'
import { theCast } from '#tests/support/cast.ts'
import { registeredLearners } from '#tests/support/registered-learners.ts'
import { onServer } from '#tests/support/template.ts'
import type { Role } from '#prisma/generated/enums.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, NotFound } from '../errors.ts'
import { viewerOf } from '../identity/viewer-of.server.ts'
import { decideCriterion } from './decide-criterion.server.ts'
import { findCriterionToDecide } from './find-criterion-to-decide.server.ts'
import { findMatrix } from './find-matrix.server.ts'
import { handInEvidence } from './hand-in-evidence.server.ts'
import { learners } from './learners.server.ts'
import { markOf } from './look-for-names.server.ts'
import { registerLearner } from './register-learner.server.ts'
import { takeBackEvidence } from './take-back-evidence.server.ts'
import { withdrawLearner } from './withdraw-learner.server.ts'
import { writeStatement } from './write-statement.server.ts'

// Two at once, the same twice at once, and people whose role has ended.
let cast: Cast
let specificationId: string
let criteria: Record<string, string>
const of = (name: string) => cast.people[name]!
const register = (name: string, id = newId(), by = 'grace') => registerLearner(of(by), { id, organisationId: cast.riverside, personId: of(name).id, specificationId })
const words = 'I keep to the hour, and I say when I go.'
const piece = (registrationId: string, number: string) => ({ id: newId(), registrationId, kind: 'reflection' as const, words, criterionIds: [criteria[number]!], declared: true as const, looked: markOf(words) })
const decision = (registrationId: string, number: string, evidenceIds: string[]) => ({ id: newId(), registrationId, criterionId: criteria[number]!, attempt: 1, evidenceIds, outcome: 'met' as const, feedback: 'Well seen.', isValid: true, isAuthentic: true, isCurrent: true, isSufficient: true })
const acts = (name: string, kind: string, subject: string) => read(of(name), (tx) => tx.act.count({ where: { kind, subjectId: of(subject).id } }))
const statuses = (outcomes: PromiseSettledResult<unknown>[]) => outcomes.map(({ status }) => status).sort()

beforeAll(async () => {
  cast = await theCast()
  ;({ specificationId, criteria } = await registeredLearners(cast, ['sofia']))
})

test('registered from two pages at once is one registration, and both are told the same', async () => {
  const ids = await Promise.all([register('amara'), register('amara'), register('amara')])
  expect(new Set(ids).size).toBe(1)
  expect(await acts('grace', 'accreditation.learner-registered', 'amara')).toBe(1)
})

test('handed in twice at once is one piece; so is a statement', async () => {
  const registrationId = await register('jay')
  const mine = piece(registrationId, 'EX1 1.1')
  await Promise.all([1, 2, 3].map(() => handInEvidence(of('jay'), mine)))
  const seen = { ...piece(registrationId, 'EX5 1.2'), kind: 'observation' as const }
  await Promise.all([1, 2].map(() => writeStatement(of('sam'), seen)))
  expect((await findMatrix(of('jay'), { registrationId })).evidence.map(({ id }) => id).sort()).toEqual([mine.id, seen.id].sort())
  expect([await acts('jay', 'accreditation.evidence-handed-in', 'jay'), await acts('sam', 'accreditation.statement-written', 'jay')]).toEqual([1, 1])
  await expect(handInEvidence(of('priya'), { ...mine, registrationId: await register('priya') }), 'an id that is another’s').rejects.toThrow(Conflict)
})

test('taken back and decided in one moment: either it was decided and stays, or it is gone and nothing was decided about it', async () => {
  const registrationId = await register('dylan')
  for (const number of ['EX1 1.1', 'EX1 1.4', 'EX2 1.2', 'EX5 1.1']) {
    const mine = piece(registrationId, number)
    await handInEvidence(of('dylan'), mine)
    const outcomes = await Promise.allSettled([takeBackEvidence(of('dylan'), { evidenceId: mine.id }), decideCriterion(of('noor'), decision(registrationId, number, [mine.id]))])
    expect(statuses(outcomes), number).toEqual(['fulfilled', 'rejected'])
    const standing = (await findMatrix(of('noor'), { registrationId })).units.flatMap((unit) => unit.criteria).find(({ id }) => id === criteria[number])!
    expect([standing.standing, standing.decisions.length, standing.pieces], number).toEqual(outcomes[0].status === 'fulfilled' ? ['gap', 0, 0] : ['met', 1, 1])
  }
})

test('withdrawn and decided, or handed in, in one moment: who was first stands, and the other is told why', async () => {
  const registrationId = await register('kofi')
  const mine = piece(registrationId, 'EX1 1.1')
  await handInEvidence(of('kofi'), mine)
  const [withdrawn, decided, handedIn, again] = await Promise.allSettled([
    withdrawLearner(of('grace'), { registrationId }), decideCriterion(of('noor'), decision(registrationId, 'EX1 1.1', [mine.id])), handInEvidence(of('kofi'), piece(registrationId, 'EX1 1.4')), withdrawLearner(of('grace'), { registrationId }),
  ])
  expect([withdrawn.status, again.status]).toEqual(['fulfilled', 'fulfilled'])
  const matrix = await findMatrix(of('noor'), { registrationId })
  expect(matrix.units[0]!.criteria[0]!.decisions.length).toBe(decided.status === 'fulfilled' ? 1 : 0)
  expect(matrix.evidence.length).toBe(handedIn.status === 'fulfilled' ? 2 : 1)
  for (const one of [decided, handedIn]) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Conflict)
  expect(await acts('grace', 'accreditation.learner-withdrawn', 'kofi')).toBe(1)
})

test('somebody who has stopped being a mentor since the page was opened is not registered, and nobody meets an error', async () => {
  await onServer(databaseUrl(), `UPDATE "Membership" SET "endsAt" = app.now() WHERE "personId" = '${of('zia').id}' AND role = 'mentor'`)
  await expect(registerLearner(of('cass'), { id: newId(), organisationId: cast.harbour, personId: of('zia').id, specificationId })).rejects.toThrow(NotFound)
})

test('an assessor, a trainer, a coordinator whose role has ended does nothing more, and sees nothing more', async () => {
  const registrationId = await register('sofia')
  const mine = piece(registrationId, 'EX1 1.1')
  await handInEvidence(of('sofia'), mine)
  const ended = async (name: string, role: Role) => {
    await onServer(databaseUrl(), `UPDATE "Membership" SET "endsAt" = app.now() WHERE "personId" = '${of(name).id}' AND role = '${role}'`)
    return viewerOf(of(name).id)
  }
  const [noor, sam, grace] = [await ended('noor', 'assessor'), await ended('sam', 'trainer'), await ended('grace', 'coordinator')]
  const refused = /not|somebody else/
  await expect(decideCriterion(noor, decision(registrationId, 'EX1 1.1', [mine.id]))).rejects.toThrow(refused)
  await expect(findCriterionToDecide(noor, { registrationId, criterionId: criteria['EX1 1.1']! })).rejects.toThrow(refused)
  for (const viewer of [noor, sam, grace]) {
    await expect(findMatrix(viewer, { registrationId })).rejects.toThrow(refused)
    await expect(learners(viewer)).rejects.toThrow(refused)
    expect(await read(viewer, (tx) => tx.evidence.count())).toBe(0)
  }
  await expect(writeStatement(sam, { ...piece(registrationId, 'EX5 1.2'), kind: 'observation' })).rejects.toThrow(refused)
  await expect(withdrawLearner(grace, { registrationId })).rejects.toThrow(refused)
  await expect(registerLearner(grace, { id: newId(), organisationId: cast.riverside, personId: of('amara').id, specificationId })).rejects.toThrow(refused)
})
