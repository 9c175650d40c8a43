import { record } from '../../audit/record.server.ts'
import { changeOnce } from '../../db/change-once.server.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { Conflict } from '../../errors.ts'
import { authorize } from '../../policy.ts'
import { markOf } from '../look-for-names.server.ts'
import { may } from '../policy.ts'
import { findRegistration, refuseIfWithdrawn } from './find-registration.server.ts'
import { keepEvidence, type Kept } from './keep-evidence.server.ts'

/** A learner's own piece, looked through for names in just these words, handed in once however often it is sent. */
export async function handIn(viewer: Viewer, registrationId: string, looked: string, piece: Kept, ask?: (tx: Tx) => Promise<void>): Promise<void> {
  if (markOf(piece.words, piece.transcript) !== looked) throw new Conflict('Look through it for names first. The words have changed since.')
  await changeOnce(viewer, async (tx) => {
    const registration = await findRegistration(tx, registrationId)
    authorize(may.handIn, viewer, registration)
    if (await tx.evidence.findFirst({ where: { id: piece.id, registrationId } })) return
    refuseIfWithdrawn(registration, 'You are not registered on this any more, so nothing was handed in. Your words are still here. Ask whoever coordinates your setting.')
    await ask?.(tx)
    await keepEvidence(tx, viewer, registration, piece)
    await record(tx, viewer, 'accreditation.evidence-handed-in', { organisationId: registration.organisationId, subjectId: viewer.id, evidenceId: piece.id, kind: piece.kind, criteria: piece.criterionIds.length })
  }, {
    mine: (tx) => tx.evidence.findFirst({ where: { id: piece.id, registrationId } }),
    otherwise: 'That could not be handed in. Load the page again, then send it again.',
  })
}
