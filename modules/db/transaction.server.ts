import type { Prisma } from '#prisma/generated/client.ts'
import { follow } from '../clock.ts'
import { clientAs } from './clients.server.ts'
import type { DatabaseRole } from './roles.server.ts'
import { lineOf, straight, type Line } from './straight.server.ts'

/** An open transaction. */
export type Tx = Prisma.TransactionClient

/**
 * Opens one transaction as a role and sets who is looking for it, in one round trip. The only place where a transaction begins.
 * `viewer` and `visitor` are set on the transaction alone: a pooled connection never remembers the one before.
 */
export function inTransaction<Result>(role: DatabaseRole, who: { viewer?: string; visitor?: string; isReadOnly?: boolean }, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const line: Line = {}
  return lineOf.run(line, () => clientAs(role).$transaction(async (prisma) => {
    const tx = who.isReadOnly ? straight(prisma, line) : prisma
    const [row] = await tx.$queryRaw<{ now: Date }[]>`
      SELECT app.now() AS now, set_config('app.viewer', ${who.viewer ?? ''}, true), set_config('app.visitor', ${who.visitor ?? ''}, true),
        set_config('transaction_read_only', ${who.isReadOnly ? 'on' : 'off'}, true)`
    follow(row!.now)
    return work(tx)
  }, { timeout: 15_000, maxWait: 10_000 }))
}
