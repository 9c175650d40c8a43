import type { Mark } from '#prisma/generated/enums.ts'
import type { Tx } from '../db/transaction.server.ts'

/** The mark that counts, for each session and person the viewer may see: the newest. Ids of one instant are in order of making. */
export async function newestMarks(tx: Tx, sessionIds: readonly string[]): Promise<Map<string, Map<string, { mark: Mark; markedById: string; markedAt: Date }>>> {
  const marks = sessionIds.length === 0 ? [] : await tx.sessionMark.findMany({ where: { sessionId: { in: [...sessionIds] } }, orderBy: [{ markedAt: 'asc' }, { id: 'asc' }] })
  const bySession = new Map(sessionIds.map((id) => [id, new Map<string, { mark: Mark; markedById: string; markedAt: Date }>()]))
  for (const { sessionId, personId, mark, markedById, markedAt } of marks) bySession.get(sessionId)!.set(personId, { mark, markedById, markedAt })
  return bySession
}
