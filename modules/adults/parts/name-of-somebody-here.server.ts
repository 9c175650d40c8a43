import type { Tx } from '../../db/transaction.server.ts'

/** What an adult of a setting is called, as far as whoever shares it knows them. */
export async function nameOfSomebodyHere(tx: Tx, organisationId: string, personId: string): Promise<string> {
  const [known] = await tx.$queryRaw<{ name: string }[]>`
    SELECT p.name FROM "Person" p WHERE p.id = ${personId}::uuid UNION SELECT l.name FROM app.adult_ladder(${organisationId}::uuid) l WHERE l."personId" = ${personId}::uuid LIMIT 1`
  return known?.name ?? ''
}
