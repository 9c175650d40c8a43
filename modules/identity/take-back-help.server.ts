import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { mayTakeBackHelp } from './helping-back-in.ts'

export const TakeBackHelp = z.object({ helpId: z.uuid() })

/** An adult of the setting takes a code back that has not been used: it was remembered, written down wrong, or should not have been given. */
export async function takeBackHelp(viewer: Viewer, input: z.input<typeof TakeBackHelp>): Promise<{ personId: string }> {
  const { helpId } = TakeBackHelp.parse(input)
  return change(viewer, async (tx) => {
    const help = await tx.helpBackIn.findUnique({ where: { id: helpId }, select: { organisationId: true, personId: true } })
    if (!help) throw new NotFound()
    authorize(mayTakeBackHelp, viewer, help)
    const { count } = await tx.helpBackIn.updateMany({ where: { id: helpId, usedAt: null, takenBackAt: null }, data: { takenBackAt: now() } })
    if (count === 0) throw new Conflict('It has been used, or taken back already.')
    await record(tx, viewer, 'identity.help-back-in-taken-back', { organisationId: help.organisationId, subjectId: help.personId, helpId })
    return { personId: help.personId }
  })
}
