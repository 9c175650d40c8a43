import { sealAgain, sealNew } from '../../crypto/seal.server.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { OfLearner } from './claim-row.server.ts'

/** Keeps what is said of a learner as it is sent now: what the awarding body was told, whatever is put right later. */
export async function sealSentAs(tx: Tx, { id, organisationId, sentAs }: { id: string; organisationId: string; sentAs: Uint8Array | null }, row: OfLearner) {
  const seal = sentAs ? await sealAgain(tx, 'Claim', id) : await sealNew(tx, { table: 'Claim', id, organisationId })
  await tx.claim.updateMany({ where: { id }, data: { sentAs: seal('sentAs', JSON.stringify(row)) } })
}
