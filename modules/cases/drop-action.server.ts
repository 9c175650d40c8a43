import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { Step, words } from './parts/fields.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const DropAction = Step.extend({ actionId: z.uuid(), words: words('Say why it is no longer to be done.') })

/** Whoever keeps a case calls an action off, with a reason. */
export async function dropAction(viewer: Viewer, input: z.input<typeof DropAction>): Promise<void> {
  const { id, concernId, actionId, words } = DropAction.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'action-dropped' }, may.keep, async ({ tx, concern: { organisationId } }) => {
    const action = await tx.caseAction.findFirst({ where: { id: actionId, concernId }, include: { end: true } })
    if (!action) throw new NotFound()
    if (action.end) throw new Conflict(action.end.isDone ? 'It is done already.' : 'It was called off already.')
    await tx.caseActionEnd.createMany({ data: [{ actionId, organisationId, byId: viewer.id, isDone: false }] })
    return { facts: { actionId }, words }
  })
}
