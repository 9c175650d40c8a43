import { z } from 'zod'
import type { TeachingMoveKind } from '#prisma/generated/enums.ts'
import { record } from '../../audit/record.server.ts'
import { change } from '../../db/change.server.ts'
import { once } from '../../db/once.server.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { Conflict } from '../../errors.ts'
import { tell } from '../../live/tell.server.ts'
import type { Standing } from '../standing.ts'
import { findOpenSitting, requireUnderWay, type OpenSitting } from './find-open-sitting.server.ts'

/** `afterNumber`: the last move the page showed. */
export const MoveOn = z.object({ sessionId: z.uuid(), afterNumber: z.coerce.number().int().min(1) })

type Move = { kind: TeachingMoveKind; place: number }

const tooLate = 'The room has moved on already. The page shows where it is.'

/** One move of the room by whoever leads it. The unique key on its number decides between two presses; the same form sent twice is one move. */
export async function makeMove(viewer: Viewer, { sessionId, afterNumber }: z.output<typeof MoveOn>, move: (where: Standing, sitting: OpenSitting, tx: Tx) => Move | Promise<Move>): Promise<void> {
  return change(viewer, async (tx) => {
    const sitting = await findOpenSitting(tx, viewer, sessionId, 'teach')
    const { lead, where, organisationId } = sitting
    if (lead.byId !== viewer.id) throw new Conflict('A colleague is leading. Choose “Lead from here” first.')
    const number = afterNumber + 1
    const before = await tx.teachingMove.findUnique({ where: { sessionId_number: { sessionId, number } } })
    const { kind, place } = await move(where, sitting, tx)
    if (before && before.byId === viewer.id && before.kind === kind && before.place === place) return
    if (where.number !== afterNumber) throw new Conflict(tooLate)
    // A press on a page from before the end: only going to a step opens a session again.
    if (kind !== 'step') requireUnderWay(sitting)
    await once(() => tx.teachingMove.createMany({ data: [{ sessionId, organisationId, number, kind, place, byId: viewer.id }] }), tooLate)
    await record(tx, viewer, 'teaching.moved', { organisationId, subjectId: sessionId, move: kind, place })
    await tell(tx, `teaching:${sessionId}`, 'teaching:moved')
  })
}
