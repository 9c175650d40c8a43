import { now } from '../../clock.ts'
import { cohortFor } from '../../cohorts/cohort-facts.server.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { NotFound } from '../../errors.ts'
import { standing, type Standing } from '../standing.ts'

/** A sitting as this viewer finds it, who leads it and where it is: what decides about its teaching. */
export async function findSitting(tx: Tx, viewer: Viewer, sessionId: string) {
  const session = await tx.cohortSession.findUnique({ where: { id: sessionId } })
  if (!session) throw new NotFound()
  const cohort = await cohortFor(tx, viewer, session.cohortId)
  const part: 'learner' | 'trainer' | null = cohort.mine?.placedAt ? cohort.mine.part : null
  const teaching = await tx.teaching.findUnique({ where: { sessionId }, include: { moves: { orderBy: { number: 'asc' } }, leads: { orderBy: { number: 'desc' }, take: 1 } } })
  const lead = teaching?.leads[0] ?? null
  const where: Standing | null = teaching ? standing(teaching.moves, now()) : null
  return { ...session, cohort, kind: cohort.kind, part, opened: teaching ? { at: teaching.openedAt, byId: teaching.openedById } : null, lead: lead ? { byId: lead.byId, number: lead.number } : null, where, /** Under which names the texts are kept that it was opened with. */ texts: teaching?.texts ?? [] }
}
export type FoundSitting = Awaited<ReturnType<typeof findSitting>>
