import type { Tx } from '../../db/transaction.server.ts'
import type { ConcernAsViewer } from '../../safeguarding/concern-as-viewer.server.ts'

/** Whom this viewer could let in: who is left out only because the name that was written may be theirs. The line that lets them in asks the same. */
export async function leftOutByName(tx: Tx, { id, keptFrom }: Pick<ConcernAsViewer, 'id' | 'keptFrom'>): Promise<string[]> {
  if (keptFrom.length === 0) return []
  const [found] = await tx.$queryRaw<{ people: string[] }[]>`SELECT app.left_out_by_name(${id}::uuid) AS people`
  return found!.people
}
