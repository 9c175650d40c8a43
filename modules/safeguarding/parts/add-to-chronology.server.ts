import type { Prisma } from '#prisma/generated/client.ts'
import { sealNew } from '../../crypto/seal.server.ts'
import type { Tx } from '../../db/transaction.server.ts'
import { newId } from '../../db/new-id.ts'

type Line = {
  id?: string
  concernId: string
  organisationId: string
  kind: 'raised' | 'told' | 'received' | 'taken-on' | 'climbed' | 'looked' | 'asked-who' | 'note'
  facts?: Record<string, Prisma.InputJsonValue | null>
  words?: string
}

/** Adds a line to a concern's chronology. The database chains it and says who may (`app.add_to_chronology`). Null: a look that counted already. */
export async function addToChronology(tx: Tx, { id = newId(), concernId, organisationId, kind, facts = {}, words }: Line): Promise<number | null> {
  const sealed = words === undefined ? null : (await sealNew(tx, { table: 'ChronologyEntry', id, organisationId }))('words', words)
  const [row] = await tx.$queryRaw<{ number: number | null }[]>`
    SELECT app.add_to_chronology(${id}::uuid, ${concernId}::uuid, ${kind}, ${JSON.stringify(facts)}::jsonb, ${sealed}) AS number`
  return row?.number ?? null
}
