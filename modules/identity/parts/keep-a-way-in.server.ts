import type { Tx } from '../../db/transaction.server.ts'
import { Conflict } from '../../errors.ts'
import { isDemo } from '../../is-demo.server.ts'
import { currentRoles } from '../current-memberships.server.ts'
import { needsSecondFactor } from '../limits.ts'
import { hasSecondFactor } from '../recent-proof.server.ts'

/**
 * After something was taken away: can this person still get in, and with two factors where their role needs them? If not, none of it
 * happens. The lock keeps two removals at once from each counting on the other's.
 */
export async function keepAWayIn(tx: Tx, personId: string) {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${personId}, 48265))`
  const password = await tx.password.count({ where: { personId } })
  const passkeys = await tx.passkey.count({ where: { personId } })
  if (password === 0 && passkeys === 0) throw new Conflict('That is your last way to sign in. Add another first.')
  if (needsSecondFactor(await currentRoles(tx, personId)) && !isDemo() && !(await hasSecondFactor(tx, personId)))
    throw new Conflict('Your role needs a second factor, and this is your last one. Add another first.')
}
