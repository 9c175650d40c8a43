import { beforeAll, expect, test } from 'vitest'
import { everyCriterionMet } from '#prisma/demo/every-criterion-met.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { theCast } from '#tests/support/cast.ts'
import { registeredLearners } from '#tests/support/registered-learners.ts'
import { bringInSpecification } from '../accreditation/bring-in-specification.server.ts'
import { findMatrix } from '../accreditation/find-matrix.server.ts'
import { handInEvidence } from '../accreditation/hand-in-evidence.server.ts'
import { learners } from '../accreditation/learners.server.ts'
import { markOf } from '../accreditation/look-for-names.server.ts'
import { after, days } from '../clock.ts'
import { whatArrived } from '../audit/what-arrived.server.ts'
import { theExample } from '../curriculum/the-curriculum.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { viewerOf } from '../identity/viewer-of.server.ts'
import { giveRole } from '../organisations/give-role.server.ts'
import { answerAction } from './answer-action.server.ts'
import { drawPlan } from './draw-plan.server.ts'
import { drawSample } from './draw-sample.server.ts'
import { findSampled } from './find-sampled.server.ts'
import { toSignOff } from './find-sign-off.server.ts'
import { judgeSampled } from './judge-sampled.server.ts'
import { openActions } from './open-actions.server.ts'
import { findPlan, plans, whatToDraw } from './plans.server.ts'
import { settleAction } from './settle-action.server.ts'
import { signOffLearner } from './sign-off-learner.server.ts'
import { toLookAt } from './to-look-at.server.ts'

let cast: Cast
let specificationId: string
let registered: Record<string, string>
const of = (name: string) => cast.people[name]!
const day = (count: number) => after(days(count)).toISOString().slice(0, 10)
const draw = (by: string, more: Partial<Parameters<typeof drawPlan>[1]> = {}) => drawPlan(of(by), { id: newId(), organisationId: cast.riverside, specificationId, stage: 'interim', size: 6, ...more })
const whole = { isValid: true, isAuthentic: true, isCurrent: true, isSufficient: true }

beforeAll(async () => {
  cast = await theCast()
  ;({ specificationId, registered } = await registeredLearners(cast, ['amara', 'jay']))
  for (const name of ['amara', 'jay']) await everyCriterionMet({ learner: of(name), assessor: of('noor'), registrationId: registered[name]! })
})

test('a sample is drawn from a recorded seed, once, and says why each was drawn', async () => {
  for (const name of ['noor', 'grace', 'sam', 'eve', 'amara']) await expect(draw(name), name).rejects.toThrow(Forbidden)
  await expect(draw('owen', { organisationId: cast.harbour })).rejects.toThrow(Forbidden)
  expect(await whatToDraw(of('owen'))).toMatchObject([{ organisationId: cast.riverside, specificationId, learners: 2 }])
  const id = newId()
  await draw('owen', { id })
  await draw('owen', { id })
  const plan = await findPlan(of('owen'), { planId: id })
  expect(plan.sampled).toHaveLength(6)
  expect(plan.covers.methods.map(({ kind }) => kind)).toEqual(['answer', 'reflection'])
  expect(plan.sampled[0]!.why[0]).toBe('Drawn so that every assessor is looked at.')
  expect(plan.sampled.every(({ why }) => why.includes('The assessor is new here.'))).toBe(true)
  const acts = await read(of('owen'), (tx) => tx.act.findMany({ where: { kind: 'quality.sample-drawn', subjectId: id } }))
  expect(acts).toMatchObject([{ facts: { seed: plan.seed, size: 6, pool: plan.pool } }])
  for (const name of ['noor', 'grace', 'amara', 'eve', 'zia']) await expect(findPlan(of(name), { planId: id }), name).rejects.toThrow(NotFound)
  const drawn = await read(of('owen'), (tx) => tx.sampledDecision.findMany({ where: { planId: id } }))
  // The seed on record and the same decisions: the same sample. All weigh alike here: two learners met alike by one new assessor.
  const pool = await read(of('owen'), (tx) => tx.decision.findMany({ where: { organisationId: cast.riverside }, include: { lookedAt: { include: { evidence: true } } } }))
  expect(drawSample(pool.map((one) => ({ id: one.id, assessorId: one.byId, methods: one.lookedAt.map(({ evidence }) => evidence.kind), weight: 13 })), { seed: plan.seed, size: 6 }).map((one) => one.id).sort()).toEqual(drawn.map(({ decisionId }) => decisionId).sort())
})

test('two who draw at once draw nothing twice', async () => {
  await Promise.allSettled([draw('owen', { size: 20 }), draw('owen', { size: 20 })])
  const drawn = await read(of('owen'), (tx) => tx.sampledDecision.findMany({ select: { decisionId: true } }))
  expect(new Set(drawn.map(({ decisionId }) => decisionId)).size).toBe(drawn.length)
  expect((await plans(of('owen'))).plans.length).toBeGreaterThan(1)
})

test('the desk shows what waits, the longest first and a page at a time, with the evidence beside the decision', async () => {
  const first = await toLookAt(of('owen'), { take: 4 })
  const second = await toLookAt(of('owen'), { take: 4, after: first.next! })
  expect(first.waiting).toHaveLength(4)
  expect(second.waiting.map(({ id }) => id)).not.toContain(first.waiting[3]!.id)
  await expect(toLookAt(of('noor'))).rejects.toThrow(Forbidden)
  const seen = await findSampled(of('owen'), { sampledId: first.waiting[0]!.id })
  expect(seen).toMatchObject({ assessor: 'Noor', can: { judge: true, answer: false, settle: false }, decisions: [{ outcome: 'met', isDrawn: true, feedback: 'This shows it.' }] })
  expect(seen.evidence.map(({ words }) => words)).toEqual([expect.stringMatching(/^What I/)])
  for (const name of ['grace', 'amara', 'sam', 'eve', 'zia']) await expect(findSampled(of(name), { sampledId: first.waiting[0]!.id }), name).rejects.toThrow(NotFound)
})

test('agreeing is once; nobody judges their own decision or somebody they taught, in the deed and in the database', async () => {
  const [one] = (await toLookAt(of('owen'))).waiting
  const given = { id: newId(), sampledId: one!.id, agrees: true as const, words: 'I see the same.' }
  await expect(judgeSampled(of('noor'), given)).rejects.toThrow(Forbidden)
  for (const name of ['grace', 'amara', 'zia']) await expect(judgeSampled(of(name), given), name).rejects.toThrow(NotFound)
  await giveRole(of('grace'), { organisationId: cast.riverside, personId: of('noor').id, role: 'quality_assurer' })
  const noor = await viewerOf(of('noor').id)
  await expect(judgeSampled(noor, given)).rejects.toThrow(Forbidden)
  expect((await findSampled(noor, { sampledId: one!.id })).can.judge).toBe(false)
  expect((await toLookAt(noor)).waiting.every(({ isForAColleague }) => isForAColleague)).toBe(true)
  await expect(change(noor, (tx) => tx.sampleJudgement.createMany({ data: [{ id: newId(), organisationId: cast.riverside, sampledId: one!.id, agrees: true, words: new Uint8Array(), byId: noor.id }] }))).rejects.toThrow(/row-level security/)
  const outcomes = await Promise.allSettled([judgeSampled(of('owen'), given), judgeSampled(of('owen'), { ...given, id: newId() })])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason).toMatchObject({ name: 'Conflict' })
  const acts = await read(of('owen'), (tx) => tx.act.findMany({ where: { kind: 'quality.decision-looked-over' } }))
  expect(acts).toMatchObject([{ byId: of('owen').id, facts: { sampledId: one!.id, agrees: true } }])
})

test('a disagreement asks the assessor, who decides again; the learner may hand in more, and is signed off when all of it is settled', async () => {
  for (const { id } of (await toLookAt(of('owen'), { take: 50 })).waiting.slice(1)) await judgeSampled(of('owen'), { id: newId(), sampledId: id, agrees: true, words: '' })
  const [one] = (await toLookAt(of('owen'))).waiting
  const seen = await findSampled(of('owen'), { sampledId: one!.id })
  const name = seen.registrationId === registered.amara ? 'amara' : 'jay'
  const signOff = () => signOffLearner(of('owen'), { id: newId(), registrationId: seen.registrationId })
  await expect(signOff()).rejects.toThrow('One decision that was drawn is still to be looked at.')
  const judged = { id: newId(), sampledId: one!.id, agrees: false as const, words: 'It says what, and not how.', actionId: newId(), asks: 'Look again at whether it is enough.', dueOn: day(7) }
  await expect(judgeSampled(of('owen'), { ...judged, dueOn: day(-1) })).rejects.toThrow('That day has passed.')
  await expect(judgeSampled(of('owen'), { ...judged, words: '' })).rejects.toThrow('Say what you see otherwise.')
  await judgeSampled(of('owen'), judged)
  await judgeSampled(of('owen'), judged)
  expect(await whatArrived(of('owen'), { ids: [judged.id] })).toEqual([judged.id])
  await expect(signOff()).rejects.toThrow('An action about one of their decisions is open.')
  expect(await openActions(of('noor'), { as: 'assessor' })).toMatchObject({ actions: [{ id: judged.actionId, isMine: true, owner: 'Noor', isOverdue: false, answeredAt: null }], next: null })

  const answer = { id: newId(), actionId: judged.actionId, words: 'You are right.', decision: { id: newId(), outcome: 'not_yet' as const, ...whole, isSufficient: false, feedback: 'Say how, in a line or two.' } }
  for (const other of ['owen', 'grace', 'sam']) await expect(answerAction(of(other), answer), other).rejects.toThrow(other === 'owen' ? Forbidden : NotFound)
  await expect(settleAction(of('owen'), { actionId: judged.actionId })).rejects.toThrow('has not answered')
  await answerAction(of('noor'), answer)
  await answerAction(of('noor'), answer)
  expect(await whatArrived(of('noor'), { ids: [answer.id] })).toEqual([answer.id])
  await expect(answerAction(of('noor'), { ...answer, id: newId() })).rejects.toThrow(Conflict)
  expect(await openActions(of('noor'), { as: 'assessor' })).toEqual({ actions: [], next: null })
  expect(await openActions(of('owen'), { as: 'quality_assurer' })).toMatchObject({ actions: [{ id: judged.actionId }] })
  const standing = async () => (await findMatrix(of(name), { registrationId: seen.registrationId })).units.flatMap(({ criteria }) => criteria).find(({ id }) => id === seen.criterionId)!
  expect(await standing()).toMatchObject({ standing: 'not_yet', decisions: [{ attempt: 2, feedback: 'Say how, in a line or two.' }, { attempt: 1 }] })
  const row = (await learners(of('noor'))).learners.find(({ id }) => id === seen.registrationId)!
  expect(row.criteria - row.met).toBe(1)

  // Asked once more, kept with a reason, and settled.
  const next = { actionId: newId(), asks: 'Tell them which line.', dueOn: day(3) }
  await settleAction(of('owen'), { actionId: judged.actionId, next })
  await settleAction(of('owen'), { actionId: judged.actionId, next })
  expect(await whatArrived(of('owen'), { ids: [next.actionId] })).toEqual([next.actionId])
  await answerAction(of('noor'), { id: newId(), actionId: next.actionId, words: 'They know: I told them the second line.' })
  const settling = { id: newId(), actionId: next.actionId }
  await settleAction(of('owen'), settling)
  await settleAction(of('owen'), settling)
  expect(await whatArrived(of('owen'), { ids: [settling.id] })).toEqual([settling.id])
  expect((await findSampled(of('owen'), { sampledId: one!.id })).actions).toMatchObject([{ number: 1, answer: { isDecidedAgain: true } }, { number: 2, answer: { isDecidedAgain: false } }])
  await expect(signOff()).rejects.toThrow(/criteria are met/)

  const words = 'I did it by waiting, and then asking.'
  const kind = (await standing()).shownBy.includes('reflection') ? 'reflection' as const : 'answer' as const
  await handInEvidence(of(name), { id: newId(), registrationId: seen.registrationId, kind, words, criterionIds: [seen.criterionId], declared: true, looked: markOf(words) })
  expect((await standing()).standing).toBe('waiting')
  await everyCriterionMet({ learner: of(name), assessor: of('noor'), registrationId: seen.registrationId })
  expect((await standing()).standing).toBe('met')
  expect((await toSignOff(of('owen'))).map(({ id, waits }) => ({ id, waits }))).toContainEqual({ id: seen.registrationId, waits: false })
  await signOff()
})

test('nothing is drawn where nothing is left, at the end only of learners met in everything', async () => {
  await expect(draw('owen', { stage: 'summative', specificationId: newId() })).rejects.toThrow(NotFound)
  const other = await bringInSpecification(of('grace'), { id: newId(), organisationId: cast.riverside, text: JSON.stringify({ ...theExample, code: 'another' }) })
  await expect(draw('owen', { specificationId: other })).rejects.toThrow('nothing to draw from')
  await expect(draw('owen', { specificationId: other, stage: 'summative' })).rejects.toThrow('Nobody is met in everything')
})
