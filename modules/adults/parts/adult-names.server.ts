import type { Tx } from '../../db/transaction.server.ts'

/** What these people are called, for whoever keeps a record in which they stand: one question. */
export async function adultNames(tx: Tx, ids: readonly (string | null | undefined)[]): Promise<(id: string | null | undefined) => string | null> {
  const rows = await tx.$queryRaw<{ id: string; name: string }[]>`SELECT id, name FROM app.adult_names(${[...new Set(ids.filter((id) => typeof id === 'string'))]}::uuid[])`
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return (id) => (id ? (names.get(id) ?? 'somebody who has left') : null)
}
