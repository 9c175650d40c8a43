import type { Tx } from '../../db/transaction.server.ts'
import { NotFound } from '../../errors.ts'

/** A group as this viewer sees it, locked while its places or times change, so that two changes follow one another. */
export async function findGroupHere(tx: Tx, groupId: string): Promise<{ id: string; organisationId: string }> {
  const [group] = await tx.$queryRaw<{ id: string; organisationId: string }[]>`SELECT id, "organisationId" FROM "SupervisionGroup" WHERE id = ${groupId}::uuid`
  if (!group) throw new NotFound()
  await tx.$queryRaw`SELECT id FROM "SupervisionGroup" WHERE id = ${groupId}::uuid FOR UPDATE`
  return group
}
