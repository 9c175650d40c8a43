import type { Tx } from '../db/transaction.server.ts'
import { namedOn, wordsOf } from './named-on.ts'

/** As `namedOn`, and by their full name too, which no form is given: a child writes “Ms Khan”. */
export async function namedHere(tx: Tx, organisationId: string, people: readonly { personId: string; name: string }[], typed: string): Promise<string[]> {
  const [found] = await tx.$queryRaw<{ ids: string[] }[]>`SELECT app.named_here(${organisationId}::uuid, ${wordsOf(typed)})::text[] AS ids`
  return [...new Set([...namedOn(people, typed), ...people.map(({ personId }) => personId).filter((personId) => found!.ids.includes(personId))])]
}
