import type { Tx } from '../../db/transaction.server.ts'

/** Names by id, as far as this viewer may know them. */
export async function namesOf(tx: Tx, ids: readonly (string | null | undefined)[]): Promise<(id: string | null | undefined) => string> {
  const asked = [...new Set(ids.filter((id): id is string => Boolean(id)))]
  const people = asked.length === 0 ? [] : await tx.person.findMany({ where: { id: { in: asked } }, select: { id: true, name: true } })
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return (id) => names.get(id ?? '') ?? 'Somebody who has left'
}
