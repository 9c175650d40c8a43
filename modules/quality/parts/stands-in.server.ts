import type { Tx } from '../../db/transaction.server.ts'

/** The decision that stands for what was drawn: itself, or what took its place since. */
export async function standsIn(tx: Tx, { registrationId, criterionId }: { registrationId: string; criterionId: string }) {
  return tx.decision.findFirstOrThrow({ where: { registrationId, criterionId }, orderBy: { attempt: 'desc' } })
}
