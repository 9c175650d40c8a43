import type { Tx } from '../../db/transaction.server.ts'
import { opener } from '../../crypto/seal.server.ts'
import { bodyFrom } from '../parse-body.ts'

/** The viewer's entry with its text opened, held until the transaction is over, so that two saves come one after the other. */
export async function lockEntry(tx: Tx, entryId: string) {
  await tx.$queryRaw`SELECT id FROM "JournalEntry" WHERE id = ${entryId}::uuid FOR UPDATE`
  const entry = await tx.journalEntry.findUnique({ where: { id: entryId } })
  if (!entry) return null
  const open = await opener(tx, 'JournalEntry', [entryId])
  return { ...entry, text: bodyFrom(open(entryId, 'body', entry.body)) }
}

export type LockedEntry = NonNullable<Awaited<ReturnType<typeof lockEntry>>>
