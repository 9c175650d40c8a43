import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { addToChronology } from '../safeguarding/add-to-chronology.server.ts'
import { words } from './parts/fields.ts'

export const FinishAction = z.object({ id: z.uuid(), actionId: z.uuid(), words: words('Say what was done. One sentence is enough.') })

/** The owner of an action, whoever covers for them, or whoever keeps the case, says that it is done, and how. The owner need not be able to read the case. */
export async function finishAction(viewer: Viewer, input: z.input<typeof FinishAction>): Promise<void> {
  const { id, actionId, words } = FinishAction.parse(input)
  await changeOnce(viewer, async (tx) => {
    const action = await tx.caseAction.findUnique({ where: { id: actionId }, include: { end: true } })
    if (!action) throw new NotFound()
    const { organisationId, concernId } = action
    const [row] = await tx.$queryRaw<{ keeps: boolean }[]>`SELECT app.keeps_concern(${concernId}::uuid) OR ${actionId}::uuid = ANY (app.actions_i_cover()) AS keeps`
    if (action.ownerId !== viewer.id && !row!.keeps) throw new Forbidden()
    // Sent again: it is done, and "done" is true.
    if (action.end?.isDone && action.end.byId === viewer.id) return
    if (action.end) throw new Conflict(action.end.isDone ? 'It is done already.' : 'It was called off.')
    await tx.caseActionEnd.createMany({ data: [{ actionId, organisationId, byId: viewer.id, isDone: true }] })
    await addToChronology(tx, { id, concernId, organisationId, kind: 'action-done', facts: { actionId }, words })
    await record(tx, viewer, 'concern.action-done', { organisationId, subjectId: concernId, lineId: id })
    if (action.byId !== viewer.id) await tell(tx, `person:${action.byId}`, 'concern:noted', { concernId })
  }, { mine: (tx) => tx.caseActionEnd.findFirst({ where: { actionId, byId: viewer.id, isDone: true } }), otherwise: 'A colleague said so a moment before.' })
}
