import { v5 } from 'uuid'
import { minutes, now } from '../clock.ts'
import { opener } from '../crypto/seal.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { addToChronology } from '../safeguarding/add-to-chronology.server.ts'
import { namesOf } from '../safeguarding/who-and-when.server.ts'

export type ActionToDo = {
  id: string; what: string | null; dueOn: string; byName: string | null; ownerName: string | null; organisationName: string; end: 'done' | 'dropped' | null
  /** The case it belongs to, for those who may open that. */
  concernId: string | null; mayOpen: boolean
}

/** Something somebody was asked to do, for its owner and for those who keep the case. It says what is to be done, and no more. That it was read goes on record, in the case. */
export async function findAction(viewer: Viewer, actionId: string): Promise<ActionToDo> {
  await noteThatItWasRead(viewer, actionId)
  return read(viewer, async (tx) => {
    const action = await theAction(tx, actionId)
    const organisation = await tx.organisation.findUniqueOrThrow({ where: { id: action.organisationId }, select: { name: true } })
    const head = await tx.chronologyHead.findUnique({ where: { concernId: action.concernId }, select: { concernId: true } })
    const name = await namesOf(tx, [action.byId, action.ownerId])
    return {
      id: action.id, what: (await opener(tx, 'CaseAction', [action.id]))(action.id, 'what', action.what), dueOn: action.dueOn.toISOString().slice(0, 10), byName: name(action.byId), ownerName: action.ownerId === viewer.id ? 'you' : name(action.ownerId),
      organisationName: organisation.name, end: action.end ? (action.end.isDone ? 'done' : 'dropped') : null, concernId: head?.concernId ?? null, mayOpen: head !== null,
    }
  })
}

async function theAction(tx: Tx, actionId: string) {
  const action = await tx.caseAction.findUnique({ where: { id: actionId }, include: { end: true } })
  if (!action) throw new NotFound()
  return action
}

/** Once a person and quarter of an hour, as with a look: its line's id is made of them, so that two pages opened in one moment are the same line. */
async function noteThatItWasRead(viewer: Viewer, actionId: string): Promise<void> {
  const id = v5(`${viewer.id} ${Math.floor(now().getTime() / minutes(15))}`, actionId)
  await changeOnce(viewer, async (tx) => {
    const { concernId, organisationId } = await theAction(tx, actionId)
    await addToChronology(tx, { id, concernId, organisationId, kind: 'action-read', facts: { actionId } })
  }, { mine: (tx) => theAction(tx, actionId), otherwise: 'Open it again.' })
}
