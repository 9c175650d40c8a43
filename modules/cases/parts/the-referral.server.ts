import type { Tx } from '../../db/transaction.server.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { referralsOf, type Referral } from './referrals-of.server.ts'

/** The referral that a step is about, while somebody waits for its answer, and whether another is waited for as well. */
export async function theReferral(tx: Tx, concernId: string, number: number): Promise<{ referral: Referral; isOtherOpen: boolean }> {
  const { referrals } = await referralsOf(tx, concernId)
  const referral = referrals.find((one) => one.number === number)
  if (!referral) throw new NotFound()
  if (!referral.isOpen) throw new Conflict('Nobody waits for their answer any more. Look at it again.')
  return { referral, isOtherOpen: referrals.some((one) => one.isOpen && one.id !== referral.id) }
}
