import { holdRegistration } from '../../accreditation/hold-registration.server.ts'
import type { Tx } from '../../db/transaction.server.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { whatIsMissing } from '../what-is-missing.ts'
import { claimFacts, withIds, type Candidate } from './claim-facts.server.ts'

/** These learners, each held until the transaction ends so that nobody is withdrawn meanwhile. If something is missing of one, nothing is done and it is said what. */
export async function refuseUnready(tx: Tx, registrationIds: readonly string[], { needsUln, organisationId, specificationId }: { needsUln: boolean; organisationId: string; specificationId: string }): Promise<Map<string, Candidate>> {
  for (const id of [...registrationIds].sort()) {
    const held = await holdRegistration(tx, id)
    if (held.organisationId !== organisationId || held.specificationId !== specificationId) throw new NotFound()
  }
  const all = await claimFacts(tx, withIds(registrationIds), { needsUln })
  const unready = all.map((one) => ({ name: one.name, missing: whatIsMissing(one) })).filter(({ missing }) => missing.length > 0)
  if (unready.length > 0) throw new Conflict(`Nothing was done. ${unready.slice(0, 3).map(({ name, missing }) => `${name}: ${missing.join(' ')}`).join(' ')}${unready.length > 3 ? ` And ${unready.length - 3} more.` : ''}`)
  return new Map(all.map((one) => [one.registrationId, one]))
}
