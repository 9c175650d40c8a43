import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { after, now, seconds } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { findOpenSitting, requireUnderWay } from './parts/find-open-sitting.server.ts'
import { tellTrainers } from './parts/tell-trainers.server.ts'

export const ComeIn = z.object({ sessionId: z.uuid() })

/** How long somebody counts as here after their page last said so: two beats of 20 s may be lost. */
export const seatLease = seconds(60)

/** A learner comes in on their phone, or comes back; the trainers see who is here. The register stays the trainers' to mark. */
export async function comeIn(viewer: Viewer, input: z.input<typeof ComeIn>): Promise<void> {
  const { sessionId } = ComeIn.parse(input)
  return change(viewer, async (tx) => {
    const sitting = await findOpenSitting(tx, viewer, sessionId, 'follow')
    requireUnderWay(sitting)
    const [seat] = await tx.$queryRaw<{ before: Date | null }[]>`
      INSERT INTO "TeachingSeat" ("sessionId", "personId", "organisationId", "heldUntil") VALUES (${sessionId}::uuid, ${viewer.id}::uuid, ${sitting.organisationId}::uuid, ${after(seatLease)})
      ON CONFLICT ("sessionId", "personId") DO UPDATE SET "heldUntil" = excluded."heldUntil" RETURNING old."heldUntil" AS before`
    if (seat?.before && seat.before > now()) return
    if (!seat?.before) await record(tx, viewer, 'teaching.came-in', { organisationId: sitting.organisationId, subjectId: sessionId })
    await tellTrainers(tx, sitting.cohortId, sessionId, 'teaching:came-in')
  })
}
