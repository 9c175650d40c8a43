import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'

export const ReadOfHelp = z.object({ helpId: z.uuid() })

/** Somebody has read who helped them back in; Today stops saying it. */
export async function readOfHelp(viewer: Viewer, input: z.input<typeof ReadOfHelp>): Promise<void> {
  const { helpId } = ReadOfHelp.parse(input)
  await change(viewer, async (tx) => {
    const help = await tx.helpBackIn.findFirst({ where: { id: helpId, personId: viewer.id, usedAt: { not: null } }, select: { organisationId: true } })
    if (!help) throw new NotFound()
    const { count } = await tx.helpBackIn.updateMany({ where: { id: helpId, personId: viewer.id, readAt: null }, data: { readAt: now() } })
    // Pressed twice comes to the same.
    if (count > 0) await record(tx, viewer, 'identity.read-of-help', { organisationId: help.organisationId, subjectId: viewer.id, helpId })
  })
}
