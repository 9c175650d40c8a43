import { record } from '../audit/record.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { tell } from '../live/tell.server.ts'

/**
 * Gives the free places of a cohort to those who have asked longest, and tells them. Called by every deed after which a place may be free;
 * the database holds the cohort's row meanwhile, so of two at the last place one gets it.
 */
export async function givePlaces(tx: Tx, viewer: Viewer, cohort: { id: string; organisationId: string }): Promise<string[]> {
  const placed = await tx.$queryRaw<{ personId: string }[]>`SELECT "personId" FROM app.fill_places(${cohort.id}::uuid) AS f("personId")`
  for (const { personId } of placed) {
    await record(tx, viewer, 'cohorts.placed', { organisationId: cohort.organisationId, subjectId: personId, cohortId: cohort.id })
    await tell(tx, `person:${personId}`, 'cohorts:placed', { cohortId: cohort.id })
  }
  return placed.map(({ personId }) => personId)
}
