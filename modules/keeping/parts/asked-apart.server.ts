import type { Tx } from '../../db/transaction.server.ts'
import { subjectOf } from '../subject.ts'
import type { DueRow } from './due-rows.server.ts'

/**
 * What is asked for in one request, request by request. Whoever does not see a request, because one record in it is kept from them, would see the others in it as due, find that they were asked for, and so
 * learn that there is another. So a record of the register, and a concern that is kept from anybody, stand alone; the rest together. The database holds it too (`app.asked_apart`).
 */
export async function askedApart(tx: Tx, due: readonly DueRow[]): Promise<DueRow[][]> {
  const kept = await tx.concernKeptFrom.findMany({ where: { concernId: { in: due.map(({ subjectId }) => subjectId) } }, select: { concernId: true } })
  const standsAlone = ({ subjectId, rule }: DueRow) => subjectOf(rule) === 'adult' || kept.some(({ concernId }) => concernId === subjectId)
  const together = due.filter((one) => !standsAlone(one))
  return [...(together.length > 0 ? [together] : []), ...due.filter(standsAlone).map((one) => [one])]
}
