import { days, now } from '../../clock.ts'
import type { Tx } from '../../db/transaction.server.ts'
import { weigh, type Risk } from '../weigh.ts'

type Row = { decisionId: string; registrationId: string; personId: string; criterionId: string; assessorId: string; attempt: number; methods: string[]; isSiteSeen: boolean | null; isLearnerSeen: boolean; isCriterionSeen: boolean }
export type PoolRow = Row & { weight: number; why: Risk[] }

/** An assessor is new in a setting for 90 days from their first decision there, and until they have made 25. */
const isNew = ({ decisions, firstAt }: { decisions: number; firstAt: Date }) => decisions < 25 || firstAt.getTime() > now().getTime() - days(90)

/** The decisions a sample is drawn from, each with its weight and what makes it weigh. */
export async function poolOf(tx: Tx, { organisationId, specificationId, stage }: { organisationId: string; specificationId: string; stage: 'interim' | 'summative' }): Promise<PoolRow[]> {
  const rows = await tx.$queryRaw<Row[]>`SELECT * FROM app.sampling_pool(${organisationId}::uuid, ${specificationId}::uuid, ${stage === 'summative'})`
  const assessors = new Map((await tx.$queryRaw<{ id: string; decisions: number; firstAt: Date; isDisputed: boolean }[]>`
    SELECT d."byId" AS id, count(*)::int AS decisions, min(d."decidedAt") AS "firstAt", EXISTS (
      SELECT FROM "SampledDecision" s JOIN "SampleJudgement" j ON j."sampledId" = s.id
      WHERE s."organisationId" = ${organisationId}::uuid AND s."assessorId" = d."byId" AND NOT j.agrees AND j."judgedAt" > app.now() - interval '365 days') AS "isDisputed"
    FROM "Decision" d WHERE d."organisationId" = ${organisationId}::uuid GROUP BY d."byId"`).map((one) => [one.id, one]))
  const methodsSeen = new Set((await tx.$queryRaw<{ kind: string }[]>`
    SELECT DISTINCT e.kind::text AS kind FROM "SampledDecision" s JOIN "EvidenceCriterion" k ON k."decisionId" = s."decisionId" JOIN "Evidence" e ON e.id = k."evidenceId" WHERE s."organisationId" = ${organisationId}::uuid`).map(({ kind }) => kind))
  const isVersionNew = (await tx.sampledDecision.count({ where: { organisationId, criterion: { specificationId } } })) === 0
  return rows.map((row) => ({
    ...row, ...weigh({
      isLearnerSeen: row.isLearnerSeen, isCriterionSeen: row.isCriterionSeen, isSiteSeen: row.isSiteSeen ?? true, attempt: row.attempt, isVersionNew,
      isAssessorNew: isNew(assessors.get(row.assessorId)!), isAssessorDisputed: assessors.get(row.assessorId)!.isDisputed, isMethodNew: row.methods.some((method) => !methodsSeen.has(method)),
    }),
  }))
}
