import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { findRegistration } from './parts/find-registration.server.ts'
import { may } from './policy.ts'

/** A learner takes back a piece that nobody has decided about. */
export async function takeBackEvidence(viewer: Viewer, input: { evidenceId: string }): Promise<void> {
  const id = z.uuid().parse(input.evidenceId)
  await change(viewer, async (tx) => {
    const evidence = await tx.evidence.findUnique({ where: { id } })
    if (!evidence) throw new NotFound()
    authorize(may.takeBack, viewer, evidence)
    await findRegistration(tx, evidence.registrationId)
    if (await tx.evidenceCriterion.count({ where: { evidenceId: id, decisionId: { not: null } } })) throw new Conflict('An assessor has decided about this piece, so it stays with the decision.')
    const { count } = await tx.evidence.updateMany({ where: { id, withdrawnAt: null }, data: { withdrawnAt: now() } })
    if (count === 0) return
    await tx.evidenceCriterion.updateMany({ where: { evidenceId: id, withdrawnAt: null }, data: { withdrawnAt: now() } })
    // A photo or a file is gone with its key. That it was handed in, and taken back, stays.
    if (evidence.fileId) await tx.evidenceFile.deleteMany({ where: { id: evidence.fileId } })
    await record(tx, viewer, 'accreditation.evidence-taken-back', { organisationId: evidence.organisationId, subjectId: viewer.id, evidenceId: id })
  })
}
