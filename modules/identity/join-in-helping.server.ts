import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { mayJoinInHelping } from './helping-back-in.ts'
import { endSessionsOfHelped } from './parts/end-sessions-of-helped.server.ts'
import { hashOfCode, newHalf } from './token.server.ts'

export const JoinInHelping = z.object({ helpId: z.uuid() })

/** The second adult says that it is really them who asks, and is shown the second half of the code, this once. */
export async function joinInHelping(viewer: Viewer, input: z.input<typeof JoinInHelping>): Promise<{ code: string; expiresAt: Date }> {
  const { helpId } = JoinInHelping.parse(input)
  const code = newHalf()
  return change(viewer, async (tx) => {
    const help = await tx.helpBackIn.findUnique({ where: { id: helpId }, select: { organisationId: true, personId: true, givenById: true, needsTwo: true, expiresAt: true } })
    if (!help || help.personId === viewer.id) throw new NotFound()
    authorize(mayJoinInHelping, viewer, help)

    // The update is the claim: of two adults who join in at once, one is told.
    const { count } = await tx.helpBackIn.updateMany({ where: { id: helpId, joinedById: null, usedAt: null, takenBackAt: null, expiresAt: { gt: now() } }, data: { joinedById: viewer.id, joinedAt: now(), secondHash: hashOfCode(code) } })
    if (count === 0) throw new Conflict('Somebody has given the second half, or its hour is over. If neither of you has it, take it back and begin again.')
    await record(tx, viewer, 'identity.help-back-in-joined', { organisationId: help.organisationId, subjectId: help.personId, helpId })
    await endSessionsOfHelped(tx, helpId)
    return { code, expiresAt: help.expiresAt }
  })
}
