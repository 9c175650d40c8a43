import type { Tx } from '../db/transaction.server.ts'

/** Whom a worry about mentoring goes round: a mentee's mentors, and those who supervise them; a mentor's own supervisors. */
export async function aroundMentoring(tx: Tx, organisationId: string): Promise<string[]> {
  const [found] = await tx.$queryRaw<{ ids: string[] }[]>`SELECT app.around_mentoring(${organisationId}::uuid)::text[] AS ids`
  return found?.ids ?? []
}
