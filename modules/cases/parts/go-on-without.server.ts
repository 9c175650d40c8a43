import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { enqueue } from '../../jobs/enqueue.server.ts'
import { tell } from '../../live/tell.server.ts'
import { addToChronology } from '../../safeguarding/add-to-chronology.server.ts'
import { alertLetter } from '../../safeguarding/alert-letter.ts'
import { keepersOf, whoHasIt } from './keepers-of.server.ts'
import { referralsOf } from './referrals-of.server.ts'
import { caseAsViewer } from './take-step.server.ts'

const over = ['closed', 'duplicate', 'transferred'] as const

/** A case goes on without whom it turned out to be about: what they ended is open again, what they looked after has whoever kept it from them, and everybody else who keeps it hears of it at once. Asked when the line stands: from then on nobody else moves it, and what they did a moment before is seen. */
export async function goOnWithout(viewer: Viewer, tx: Tx, concernId: string, personId: string, words: string): Promise<void> {
  const { concern, facts } = await caseAsViewer(tx, viewer, concernId)
  const { organisationId, head } = concern
  const add = (kind: 'not-signed' | 'reopened' | 'handed-over', said = {}) => addToChronology(tx, { concernId, organisationId, kind, facts: said, words })
  const isOver = over.some((state) => state === head!.state)
  const last = await tx.chronologyEntry.findFirst({ where: { concernId, kind: { in: [...over, 'signed'] } }, orderBy: { number: 'desc' }, select: { byId: true } })
  const isTheirEnd = (isOver && last?.byId === personId) || (['closed', 'closing'].includes(head!.state) && facts.closedById === personId)

  if (isTheirEnd && isOver) await add('reopened', { stillWaiting: (await referralsOf(tx, concernId)).referrals.some((one) => one.isOpen) })
  if (isTheirEnd && !isOver) await add('not-signed')
  if (!isOver && head!.holderId === personId) await add('handed-over', { toId: viewer.id })
  if (!isTheirEnd && (isOver || whoHasIt(concern) !== personId)) return
  for (const keeper of await keepersOf(tx, concern)) if (keeper.personId !== viewer.id) {
    await tell(tx, `person:${keeper.personId}`, 'concern:noted', { concernId })
    await enqueue(tx, alertLetter, { concernId, personId: keeper.personId, rung: 'deputies' })
  }
}
