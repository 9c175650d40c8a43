import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { dropSockets } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

/** A quality assurer ends an opening before its time, at once. */
export async function endOpening(viewer: Viewer, input: { openingId: string }): Promise<void> {
  const id = z.uuid().parse(input.openingId)
  await change(viewer, async (tx) => {
    const opening = await tx.externalOpening.findUnique({ where: { id } })
    if (!opening) throw new NotFound()
    const { organisationId, personId } = opening
    authorize(may.draw, viewer, organisationId)
    const { count } = await tx.externalOpening.updateMany({ where: { id, endedAt: null }, data: { endedAt: now(), endedById: viewer.id } })
    if (count === 0) return
    await record(tx, viewer, 'quality.opening-ended', { organisationId, subjectId: personId, openingId: id })
    await dropSockets(tx, personId)
  })
}
