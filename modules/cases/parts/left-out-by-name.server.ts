import type { Tx } from '../../db/transaction.server.ts'
import type { ConcernAsViewer } from '../../safeguarding/concern-as-viewer.server.ts'

/** From whom it is kept only because the name that was written may be theirs: nobody chose it, when it was raised or since. */
export async function leftOutByName(tx: Tx, { id, keptFrom }: Pick<ConcernAsViewer, 'id' | 'keptFrom'>): Promise<string[]> {
  const lines = await tx.chronologyEntry.findMany({ where: { concernId: id, kind: { in: ['raised', 'kept-from'] } }, select: { kind: true, facts: true } })
  const [fits, chosen] = [lines.flatMap((line) => (line.facts as { fits?: string[] }).fits ?? []), lines.flatMap(({ kind, facts }) => (kind === 'kept-from' ? [(facts as { personId: string }).personId] : []))]
  return fits.filter((personId) => !chosen.includes(personId) && keptFrom.some((kept) => kept.personId === personId))
}
