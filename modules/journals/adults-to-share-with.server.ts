import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'

/** An adult somebody may hand an entry to, and who else could read what that adult writes back. */
export type AdultToShareWith = { id: string; name: string; replyReadBy: { id: string; name: string }[] }

/** The adults this writer may hand an entry to: the supervisors of their group; with none, the youth workers of their setting. */
export async function adultsToShareWith(tx: Tx, viewer: Viewer): Promise<AdultToShareWith[]> {
  const rows = await tx.$queryRaw<{ id: string; overseers: string[] }[]>`
    SELECT adult AS id, app.journal_overseers(app.viewer(), adult) AS overseers FROM unnest(app.my_journal_adults()) AS adult`
  const names = await namesOf(tx, [viewer.id, ...rows.flatMap(({ id, overseers }) => [id, ...overseers])])
  return rows.map(({ id, overseers }) => ({ id, name: names.get(id)!, replyReadBy: overseers.map((one) => ({ id: one, name: names.get(one)! })) }))
    .sort((a, b) => a.name.localeCompare(b.name))
}

/** Who else can read what this adult writes to this young person. */
export async function overseersOf(tx: Tx, writerId: string, adultId: string): Promise<string[]> {
  const [row] = await tx.$queryRaw<{ overseers: string[] }[]>`SELECT app.journal_overseers(${writerId}::uuid, ${adultId}::uuid) AS overseers`
  return row!.overseers
}

/** The names of these people, as far as the viewer knows them. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const people = await tx.person.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } })
  const known = new Map(people.map(({ id, name }) => [id, name]))
  return new Map(ids.map((id) => [id, known.get(id) ?? 'Somebody who has left']))
}
