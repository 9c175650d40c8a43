import { newestOf } from '../../accreditation/states.ts'
import { openerOf } from '../../crypto/seal.server.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { NotFound } from '../../errors.ts'
import { may } from '../policy.ts'
import { tooNear } from '../too-near.server.ts'
import { sayWhy } from '../weigh.ts'
import { namesOf } from './names-of.server.ts'

/** What was drawn, as far as this viewer may see it: the decisions about its criterion, what was said of them, and which pieces they looked at. */
export async function readSampled(tx: Tx, viewer: Viewer, id: string) {
  const sampled = await tx.sampledDecision.findUnique({ where: { id }, include: { judgement: true, plan: { select: { id: true, stage: true } }, actions: { orderBy: { number: 'asc' }, include: { answer: true, settling: true } } } })
  if (!sampled) throw new NotFound()
  const { registrationId, criterionId, judgement, actions } = sampled
  const decisions = await tx.decision.findMany({ where: { registrationId, criterionId }, orderBy: { attempt: 'asc' } })
  const links = await tx.evidenceCriterion.findMany({ where: { registrationId, criterionId, decisionId: { not: null } }, select: { evidenceId: true } })
  const answers = actions.flatMap(({ answer }) => answer ?? [])
  const open = await openerOf(tx, [...decisions.map((one) => ({ table: 'Decision', id: one.id })), ...(judgement ? [{ table: 'SampleJudgement', id: judgement.id }] : []),
    ...actions.map((one) => ({ table: 'QualityAction', id: one.id })), ...answers.map((one) => ({ table: 'ActionAnswer', id: one.id }))])
  const nameOf = await namesOf(tx, [...decisions, ...(judgement ? [judgement] : []), ...actions, ...answers].map(({ byId }) => byId).concat(sampled.assessorId))
  const isClear = may.judge(viewer, sampled)
  const near = isClear ? await tooNear(tx, sampled.personId) : null
  const last = actions.at(-1)
  return {
    id, planId: sampled.plan.id, registrationId, criterionId, drawnAt: sampled.drawnAt, why: sayWhy(sampled.why), assessor: nameOf(sampled.assessorId), near,
    evidenceIds: new Set(links.map(({ evidenceId }) => evidenceId)), standsId: newestOf(decisions)!.id, organisationId: sampled.organisationId,
    decisions: decisions.map(({ feedback, byId, id: decisionId, outcome, attempt, decidedAt, isValid, isAuthentic, isCurrent, isSufficient }) => ({
      id: decisionId, outcome, attempt, decidedAt, isValid, isAuthentic, isCurrent, isSufficient, isDrawn: decisionId === sampled.decisionId, byName: nameOf(byId), feedback: open('Decision', decisionId, 'feedback', feedback),
    })),
    judgement: judgement && { agrees: judgement.agrees, judgedAt: judgement.judgedAt, byName: nameOf(judgement.byId), words: open('SampleJudgement', judgement.id, 'words', judgement.words) },
    actions: actions.map((one) => ({
      id: one.id, number: one.number, byName: nameOf(one.byId), madeAt: one.madeAt, dueOn: one.dueOn, words: open('QualityAction', one.id, 'words', one.words), settledAt: one.settling?.settledAt ?? null,
      answer: one.answer && { byName: nameOf(one.answer.byId), answeredAt: one.answer.answeredAt, isDecidedAgain: one.answer.decisionId !== null, words: open('ActionAnswer', one.answer.id, 'words', one.answer.words) },
    })),
    can: {
      seePlan: may.draw(viewer, sampled.organisationId), judge: isClear && !near && !judgement,
      answer: Boolean(last && !last.answer && !last.settling && may.answer(viewer, sampled)), settle: Boolean(isClear && !near && last?.answer && !last.settling),
    },
  }
}
