import { now } from '../../clock.ts'
import type { Tx } from '../../db/transaction.server.ts'

/** A case that was handed to another setting: by which line, until when they should have said that it arrived, and whether they have. */
export type Transfer = { id: string; number: number; sentAt: Date; receiptBy: string; packs: number; receivedAt: Date | null; isAwaited: boolean; isLate: boolean }

/** The newest handing on of a case, as its lines say; null where it was never handed on, or was opened again since. */
export async function transferOf(tx: Tx, concernId: string): Promise<Transfer | null> {
  const lines = await tx.chronologyEntry.findMany({ where: { concernId, kind: { in: ['transferred', 'reopened', 'exported', 'receipt'] } }, orderBy: { number: 'asc' }, select: { id: true, number: true, kind: true, at: true, facts: true } })
  const last = lines.findLast(({ kind }) => kind === 'transferred' || kind === 'reopened')
  if (last?.kind !== 'transferred') return null
  const of = (line: (typeof lines)[number]) => (line.facts as { transferId?: string }).transferId === last.id
  const receivedAt = lines.find((line) => line.kind === 'receipt' && of(line))?.at ?? null
  const { receiptBy } = last.facts as { receiptBy: string }
  return { id: last.id, number: last.number, sentAt: last.at, receiptBy, packs: lines.filter((line) => line.kind === 'exported' && of(line)).length, receivedAt, isAwaited: receivedAt === null, isLate: receivedAt === null && new Date(receiptBy) <= now() }
}
