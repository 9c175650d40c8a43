import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { days, now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { authorize, holds } from '../policy.ts'
import { adultsOnLadder } from './adults-on-ladder.server.ts'
import { coverBegins } from './alert-letter.ts'
import { may } from './policy.ts'
import { mayCover } from './who-covers.ts'

export const SayAway = z.object({ id: z.uuid(), organisationId: z.uuid(), personId: z.uuid('Say who is away.'), coverId: z.uuid('Say who covers.'), startsAt: z.date('Say from when.'), endsAt: z.date('Say until when.') })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, { path: ['endsAt'], message: 'It ends before it begins.' })
  .refine(({ startsAt, endsAt }) => endsAt.getTime() - startsAt.getTime() <= days(60), { path: ['endsAt'], message: 'For more than sixty days, give somebody else the role.' })

/** Somebody is away from then until then, and a colleague covers for them. They say so themself, or a lead or coordinator does. Gives nobody a role: the cover is somebody who may have been told anyway. */
export async function sayAway(viewer: Viewer, input: z.input<typeof SayAway>): Promise<void> {
  const absence = SayAway.parse(input)
  const { id, organisationId, personId, coverId, startsAt, endsAt } = absence
  authorize(may.planDuty, viewer, organisationId, personId)
  await change(viewer, async (tx) => {
    // Two who say at once who covers for whom would each find nobody away: one after the other.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${organisationId}, 48281))`
    if (await tx.absence.findUnique({ where: { id } })) return
    if (endsAt <= now()) throw new Conflict('That time is over.')
    if (!mayCover(await adultsOnLadder(tx, organisationId), personId, coverId)) throw new Conflict('A lead or deputy is covered by another lead or deputy; a youth worker by any of them or another youth worker. With nobody else, ask the head to name a deputy for that time.')
    if (coverId === viewer.id && !holds(viewer, organisationId, 'safeguarding_lead', 'deputy_lead')) throw new Conflict('You cannot make yourself the cover of a colleague: what waits for them would be yours to read. They say so themself, or a lead does.')
    const others = await tx.absence.findMany({ where: { organisationId, personId: { in: [personId, coverId] }, startsAt: { lt: endsAt }, endsAt: { gt: startsAt } } })
    if (others.some((other) => other.personId === personId)) throw new Conflict('They are away already at that time. End that first.')
    if (others.length) throw new Conflict('Whoever is to cover is away then too.')
    const covered = await tx.absence.findMany({ where: { organisationId, coverId: personId, startsAt: { lt: endsAt }, endsAt: { gt: startsAt } } })
    if (covered.length) throw new Conflict('They cover for a colleague then. Name somebody else for that colleague first.')
    const { count } = await tx.absence.createMany({ data: [{ ...absence, byId: viewer.id }], skipDuplicates: true })
    if (count === 0) return
    await record(tx, viewer, 'absence.said', { organisationId, subjectId: personId, coverId })
    await enqueue(tx, coverBegins, { absenceId: id }, { at: startsAt > now() ? startsAt : now() })
  })
}
