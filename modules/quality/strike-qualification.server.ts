import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { once } from '../db/once.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'
import { strikingWhy } from './striking.ts'

export const StrikeQualification = z.object({ qualificationId: z.uuid(), why: strikingWhy })

/** A coordinator or quality assurer strikes through what was written down wrongly about somebody who assesses. What they decided on the strength of it waits for a colleague. */
export async function strikeQualification(viewer: Viewer, input: z.input<typeof StrikeQualification>): Promise<void> {
  const { qualificationId: id, why } = StrikeQualification.parse(input)
  await once(() => change(viewer, async (tx) => {
    const found = await tx.staffQualification.findUnique({ where: { id } })
    if (!found) throw new NotFound()
    authorize(may.recordQualification, viewer, found)
    if (found.struckById === viewer.id) return
    if (found.struckAt) throw new Conflict('A colleague has struck this through already. What you wrote is still here.')
    const { organisationId, personId, kind } = found
    const seal = await sealNew(tx, { table: 'StaffQualification', id, organisationId })
    await tx.staffQualification.updateMany({ where: { id }, data: { struckAt: now(), struckById: viewer.id, struckWhy: seal('struckWhy', why) } })
    await record(tx, viewer, 'quality.qualification-struck', { organisationId, subjectId: personId, qualificationId: id, kind })
  }), 'A colleague has struck this through already. What you wrote is still here.')
}

/** One entry, for whoever is about to strike it through. */
export async function findQualification(viewer: Viewer, input: { qualificationId: string }) {
  const id = z.uuid().parse(input.qualificationId)
  return read(viewer, async (tx) => {
    const found = await tx.staffQualification.findUnique({ where: { id } })
    if (!found) throw new NotFound()
    authorize(may.recordQualification, viewer, found)
    const [whose] = await tx.$queryRaw<{ name: string }[]>`SELECT s.name FROM app.assessment_staff() s WHERE s.id = ${found.personId}::uuid LIMIT 1`
    const { title, kind, doneOn, validUntil } = found
    return { id, name: whose?.name ?? 'Somebody who has left', title, kind, doneOn, validUntil, isStruck: found.struckAt !== null }
  })
}
