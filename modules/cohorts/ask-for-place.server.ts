import { now } from '../clock.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { givePlaces } from './give-places.server.ts'
import { refuseIfOver } from './refuse-if-over.server.ts'

type Asking = { personId: string; fromOrganisationId?: string | null }
type Cohort = { id: string; organisationId: string }

/** Puts somebody at the end of the queue for a place, anew if they had left, and gives out what is free. Asking twice is asking once. */
export async function askForPlace(tx: Tx, viewer: Viewer, cohort: Cohort, { personId, fromOrganisationId = null }: Asking): Promise<'placed' | 'waiting'> {
  const where = { cohortId_personId: { cohortId: cohort.id, personId } }
  const before = await tx.cohortMember.findUnique({ where })
  if (before && !before.leftAt) return before.placedAt ? 'placed' : 'waiting'
  if (before) await tx.cohortMember.updateMany({ where: { id: before.id }, data: { leftAt: null, placedAt: null, askedAt: now() } })
  else await tx.cohortMember.createMany({ data: [{ organisationId: cohort.organisationId, cohortId: cohort.id, personId, part: 'learner', fromOrganisationId }] })
  const placed = await givePlaces(tx, viewer, cohort)
  await refuseIfOver(tx, cohort.id)
  return placed.includes(personId) ? 'placed' : 'waiting'
}
