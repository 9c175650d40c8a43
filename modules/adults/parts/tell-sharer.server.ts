import type { Tx } from '../../db/transaction.server.ts'

/** Tells whoever shared it that somebody has it. By the database, which knows who they are where their name is kept apart; a mentee has no open page to tell. */
export async function tellSharer(tx: Tx, adultConcernId: string): Promise<void> {
  await tx.$queryRaw`SELECT app.tell_adult_sharer(${adultConcernId}::uuid)::text AS told`
}
