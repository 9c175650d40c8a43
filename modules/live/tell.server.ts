import type { Tx } from '../db/transaction.server.ts'

/** Where news goes: to a person's own open pages, or to those watching something. */
export type Channel = `person:${string}` | `meeting:${string}` | `teaching:${string}` | `session:${string}`

/**
 * Tells of something, inside the transaction: news goes out exactly when the commit does, and not at all if there is none.
 * It carries ids and nothing else; whoever hears it reads again and is asked again. Postgres takes at most 8,000 bytes.
 */
export async function tell(tx: Tx, to: Channel, event: string, ids: Record<string, string> = {}) {
  await tx.$executeRaw`SELECT pg_notify('belay', ${JSON.stringify({ to, event, ids })})`
}

/** Drops a person's sockets everywhere, because what they may see has changed. They come back and are asked again. */
export async function dropSockets(tx: Tx, personId: string) {
  await tx.$executeRaw`SELECT pg_notify('belay', ${JSON.stringify({ to: `person:${personId}`, event: 'drop', ids: {} })})`
}
