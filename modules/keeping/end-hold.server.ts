import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { sealAgain } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { words } from './parts/fields.ts'
import { may } from './policy.ts'

export const EndHold = z.object({ id: z.uuid(), holdId: z.uuid(), words: words('Say why it is over.') })

/** Whoever may place such a hold ends it, with a reason: what is due is due again. */
export async function endHold(viewer: Viewer, input: z.input<typeof EndHold>): Promise<void> {
  const { id, holdId, words } = EndHold.parse(input)
  await change(viewer, async (tx) => {
    const hold = await tx.legalHold.findUnique({ where: { id: holdId }, select: { organisationId: true, adultConcernId: true, endedAt: true, endedById: true } })
    if (!hold) throw new NotFound()
    authorize(may.hold, viewer, hold.organisationId, hold.adultConcernId !== null)
    if (hold.endedById === viewer.id) return
    const seal = await sealAgain(tx, 'LegalHold', holdId)
    const { count } = hold.endedAt ? { count: 0 } : await tx.legalHold.updateMany({ where: { id: holdId, endedAt: null }, data: { endedAt: now(), endedById: viewer.id, endReason: seal('endReason', words) } })
    if (count === 0) throw new Conflict('A colleague has ended it already.')
    await record(tx, viewer, 'keeping.hold-ended', { organisationId: hold.organisationId, subjectId: holdId, formId: id })
  })
}
