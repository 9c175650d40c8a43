import { asSystem } from '../db/as-system.server.ts'

/** A page that somebody had open took the news that they are called: so it is written down, for those who are told of the concern, and not for whoever raised it. */
export async function noteOpenPage(personId: string, concernId: string): Promise<void> {
  await asSystem('note that an open page was told', async (tx) => {
    await tx.$executeRaw`
      INSERT INTO "ConcernAttempt" ("organisationId", "concernId", "personId", rung, way, outcome)
      SELECT a."organisationId", a."concernId", a."personId", a.rung, 'page', 'done' FROM "ConcernAlert" a WHERE a."concernId" = ${concernId}::uuid AND a."personId" = ${personId}::uuid ORDER BY a.at DESC LIMIT 1`
    await tx.$executeRaw`
      INSERT INTO "AdultAttempt" ("organisationId", "adultConcernId", "personId", rung, way, outcome)
      SELECT a."organisationId", a."adultConcernId", a."personId", a.rung, 'page', 'done' FROM "AdultTold" a WHERE a."adultConcernId" = ${concernId}::uuid AND a."personId" = ${personId}::uuid ORDER BY a.at DESC LIMIT 1`
  })
}
