import { sealNew } from '../../crypto/seal.server.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { Conflict } from '../../errors.ts'
import { newestOf } from '../states.ts'
import type { EvidenceKind } from '#prisma/generated/enums.ts'

export type Kept = { id: string; kind: EvidenceKind; cardId?: string | null; fileId?: string; words: string; /** What is said in it, where it is a recording. */ transcript?: string; criterionIds: readonly string[]; declarationVersion: number }
type Of = { id: string; organisationId: string; personId: string; specificationId: string }

/** Keeps a piece, sealed, with what it is to show. Criteria of another specification, or met already, are refused in words. */
export async function keepEvidence(tx: Tx, viewer: Viewer, registration: Of, { id, kind, cardId = null, fileId, words, transcript, criterionIds, declarationVersion }: Kept) {
  const { organisationId, personId } = registration
  const criteria = await tx.criterion.findMany({ where: { id: { in: [...criterionIds] }, specificationId: registration.specificationId }, select: { id: true, number: true, shownBy: true } })
  if (criteria.length !== new Set(criterionIds).size) throw new Conflict('One of these criteria is not in the specification. Load the page again.')
  const unfit = criteria.filter(({ shownBy }) => !shownBy.includes(kind))
  if (unfit.length > 0) throw new Conflict(`This kind of evidence cannot show ${unfit.map(({ number }) => number).join(', ')}. Choose other criteria for it.`)
  const decided = await tx.decision.findMany({ where: { registrationId: registration.id, criterionId: { in: [...criterionIds] } }, select: { criterionId: true, attempt: true, outcome: true, criterion: { select: { number: true } } } })
  const met = criteria.map(({ id: criterionId }) => newestOf(decided.filter((one) => one.criterionId === criterionId))).find((one) => one?.outcome === 'met')
  if (met) throw new Conflict(`Criterion ${met.criterion.number} is met already. It needs nothing more.`)
  const seal = await sealNew(tx, { table: 'Evidence', id, organisationId })
  await tx.evidence.createMany({ data: [{ id, organisationId, registrationId: registration.id, personId, kind, cardId, fileId, body: seal('body', words), transcript: transcript ? seal('transcript', transcript) : null, byId: viewer.id, declarationVersion }] })
  await tx.evidenceCriterion.createMany({ data: criteria.map((criterion) => ({ evidenceId: id, criterionId: criterion.id, organisationId, registrationId: registration.id, personId })) })
}
