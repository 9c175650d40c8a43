import type { Tx } from '../../db/transaction.server.ts'

/** The safeguarding policy that binds in a setting now: the one that was named last. */
export const policyThatCounts = (tx: Tx, organisationId: string) =>
  tx.settingPolicy.findFirst({ where: { organisationId }, orderBy: [{ namedAt: 'desc' }, { id: 'desc' }] })
