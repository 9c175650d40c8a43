import type { Tx } from '../../db/transaction.server.ts'
import type { ConcernAsViewer } from '../../safeguarding/concern-as-viewer.server.ts'

type Facts = { fits?: string[]; around?: string[]; personId?: string }

/** From whom it is kept only because the name that was written may be theirs: nobody chose it, when it was raised or since, it does not go round them because it is about mentoring, and no record says that it is about them. As `app.line_lets_in`. */
export async function leftOutByName(tx: Tx, { id, keptFrom, isAboutMentoring }: Pick<ConcernAsViewer, 'id' | 'keptFrom' | 'isAboutMentoring'>): Promise<string[]> {
  const lines = await tx.chronologyEntry.findMany({ where: { concernId: id, kind: { in: ['raised', 'kept-from'] } }, select: { kind: true, facts: true } })
  const said = (which: string) => lines.filter(({ kind }) => kind === which).map(({ facts }) => facts as Facts)
  const chosen = said('kept-from').map(({ personId }) => personId)
  const alone = said('raised').flatMap(({ fits = [], around }) => (isAboutMentoring && !around ? [] : fits.filter((personId) => !around?.includes(personId))))
  const found = alone.filter((personId) => !chosen.includes(personId) && keptFrom.some((kept) => kept.personId === personId))
  if (found.length === 0) return []
  const pointedAt = await tx.$queryRaw<{ id: string }[]>`SELECT one::text AS id FROM unnest(${found}::uuid[]) one WHERE app.is_pointed_at(${id}::uuid, one)`
  return found.filter((personId) => !pointedAt.some((one) => one.id === personId))
}
