import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'

/** A cohort as this viewer finds it, with what the rules ask about it. */
export async function cohortFor(tx: Tx, viewer: Viewer, cohortId: string) {
  const cohort = await tx.cohort.findUnique({ where: { id: cohortId }, include: { organisation: { select: { name: true, timeZone: true } }, members: { where: { personId: viewer.id } } } })
  if (!cohort) throw new NotFound()
  const [mine] = cohort.members
  return { ...cohort, mine: mine && !mine.leftAt ? mine : null, was: mine ?? null, isTrainerOfIt: mine?.part === 'trainer' && !mine.leftAt }
}
