import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { cohortFor } from './cohort-facts.server.ts'
import { may } from './policy.ts'

export const CloseCohort = z.object({ cohortId: z.uuid() })

/**
 * A cohort is over: who opens one closes it, for good. Whoever has a place keeps it on record with their marks; whoever waits, waits no more;
 * sittings that have not begun are called off; its join codes work no longer. A register of a sitting that was held can still be finished. One that
 * was opened or marked before its hour has begun.
 */
export async function closeCohort(viewer: Viewer, input: z.input<typeof CloseCohort>): Promise<void> {
  const { cohortId } = CloseCohort.parse(input)
  return change(viewer, async (tx) => {
    const cohort = await cohortFor(tx, viewer, cohortId)
    authorize(may.close, viewer, cohort.organisationId, cohort.kind)
    // The update is the claim, and takes the row: who is asking for a place in this moment waits, and is then told.
    const { count } = await tx.cohort.updateMany({ where: { id: cohortId, closedAt: null }, data: { closedAt: now(), closedById: viewer.id } })
    if (count === 0) throw new Conflict('A colleague has closed it already.')

    const people = await tx.cohortMember.findMany({ where: { cohortId, leftAt: null }, select: { personId: true } })
    const { count: waited } = await tx.cohortMember.updateMany({ where: { cohortId, part: 'learner', placedAt: null, leftAt: null }, data: { leftAt: now() } })
    const { count: calledOff } = await tx.cohortSession.updateMany({ where: await ahead(tx, cohortId), data: { calledOffAt: now() } })
    const { count: codes } = await tx.joinCode.updateMany({ where: { cohortId, closedAt: null }, data: { closedAt: now() } })
    await record(tx, viewer, 'cohorts.closed', { organisationId: cohort.organisationId, subjectId: cohortId, waited, calledOff, codes })
    for (const { personId } of people) await tell(tx, `person:${personId}`, 'cohorts:closed', { cohortId })
  })
}

/** How many sittings closing a cohort would call off. */
export async function sittingsToCallOff(viewer: Viewer, input: z.input<typeof CloseCohort>): Promise<number> {
  const { cohortId } = CloseCohort.parse(input)
  return read(viewer, async (tx) => {
    const cohort = await cohortFor(tx, viewer, cohortId)
    authorize(may.close, viewer, cohort.organisationId, cohort.kind)
    return tx.cohortSession.count({ where: await ahead(tx, cohortId) })
  })
}

async function ahead(tx: Tx, cohortId: string) {
  const early = await tx.$queryRaw<{ id: string }[]>`SELECT s.id FROM app.begun_early(${cohortId}::uuid) AS s(id)`
  return { cohortId, startsAt: { gt: now() }, calledOffAt: null, id: { notIn: early.map(({ id }) => id) } }
}
