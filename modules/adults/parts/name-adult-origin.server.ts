import type { Tx } from '../../db/transaction.server.ts'
import { originThere } from '../../safeguarding/name-origin.server.ts'

/** Notes where a worry about an adult comes from, while it is being shared. What is not theirs to name is left out: a worry is never lost for a detail. */
export async function nameAdultOrigin(tx: Tx, adultConcernId: string, from: string | undefined): Promise<void> {
  const origin = originThere(from)
  if (origin) await tx.$queryRaw`SELECT app.name_adult_origin(${adultConcernId}::uuid, ${origin.kind}::"OriginKind", ${origin.source})`
}
