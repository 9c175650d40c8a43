import { opener } from '../crypto/seal.server.ts'
import type { Tx } from '../db/transaction.server.ts'

/** The mentee who raised a concern, for whoever reads it: nobody can look after a child without knowing which child it is. */
export async function menteeWhoTold(tx: Tx, menteeId: string | null): Promise<{ birdName: string; ownName: string | null } | null> {
  const mentee = menteeId ? await tx.mentee.findUnique({ where: { id: menteeId }, select: { id: true, birdName: true, ownName: true } }) : null
  return mentee && { birdName: mentee.birdName, ownName: (await opener(tx, 'Mentee', [mentee.id]))(mentee.id, 'ownName', mentee.ownName) }
}
