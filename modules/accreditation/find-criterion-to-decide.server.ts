import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { read } from '../db/read.server.ts'
import { findMatrix } from './find-matrix.server.ts'

/** One criterion of a learner with the evidence that waits, as an assessor has it before them. */
export async function findCriterionToDecide(viewer: Viewer, input: { registrationId: string; criterionId: string }) {
  const asked = z.object({ registrationId: z.uuid(), criterionId: z.uuid() }).parse(input)
  // Asked together, they are read in one transaction.
  const [matrix, links] = await Promise.all([findMatrix(viewer, asked), read(viewer, (tx) => tx.evidenceCriterion.findMany({ where: { ...asked, withdrawnAt: null }, select: { evidenceId: true, decisionId: true } }))])
  const all = matrix.units.flatMap((unit) => unit.criteria.map((criterion) => ({ ...criterion, unit: `${unit.ref}: ${unit.title}`, ref: unit.ref })))
  const criterion = all.find(({ id }) => id === asked.criterionId)
  if (!criterion) throw new NotFound()
  // Somebody withdrawn is shown, and the deed says that nothing can be decided; who may never decide is refused here.
  if (!matrix.can.decide && !matrix.withdrawnAt) throw new Forbidden()
  const waits = new Set(links.filter(({ decisionId }) => !decisionId).map(({ evidenceId }) => evidenceId))
  const seenBefore = new Set(links.filter(({ decisionId }) => decisionId).map(({ evidenceId }) => evidenceId))
  return {
    registrationId: matrix.id, name: matrix.name, where: matrix.where, isWithdrawn: matrix.withdrawnAt !== null, criterion, attempt: criterion.decisions.length + 1,
    waiting: matrix.evidence.filter(({ id }) => waits.has(id)), before: matrix.evidence.filter(({ id }) => seenBefore.has(id)),
    /** The next one of this learner that waits, after this. */
    next: all.find((one) => one.standing === 'waiting' && one.id !== criterion.id)?.id ?? null,
  }
}
