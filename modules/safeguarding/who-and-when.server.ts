import type { Tx } from '../db/transaction.server.ts'

/** "13:40", in the setting's own time zone. */
export const timeOfDay = (at: Date, timeZone: string): string => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at)

/** What these people are called, as far as the viewer knows them. */
export async function namesOf(tx: Tx, ids: readonly (string | null | undefined)[]): Promise<(id: string | null | undefined) => string | null> {
  const people = await tx.person.findMany({ where: { id: { in: ids.filter((id) => typeof id === 'string') } }, select: { id: true, name: true } })
  const names = new Map(people.map((person) => [person.id, person.name]))
  const unknown = ids.filter((id) => typeof id === 'string' && !names.has(id))
  // Who is not known, and stands in a case of another setting that was opened behind its glass.
  if (unknown.length) for (const { id, name } of await tx.$queryRaw<{ id: string; name: string }[]>`SELECT id, name FROM app.names_i_opened(${unknown}::uuid[])`) names.set(id, name)
  return (id) => (id ? (names.get(id) ?? null) : null)
}
