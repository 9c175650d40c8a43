import { record } from '../audit/record.server.ts'
import { calendarsOf } from '../calendar/calendars-of.server.ts'
import { now } from '../clock.ts'
import { asSystem } from '../db/as-system.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { tell } from '../live/tell.server.ts'
import { eachAlone } from '../jobs/each-alone.server.ts'
import { clockRanOut } from './alert-letter.ts'
import { addToChronology } from './add-to-chronology.server.ts'
import { adultsOnLadder } from './adults-on-ladder.server.ts'
import { tellRung } from './tell-rung.server.ts'
import { climbsAhead, type Climb } from './climbs-ahead.ts'
import { climbs, peopleOn } from './states.ts'

/**
 * Lets one concern climb as far as its clocks say by now. Nobody has to have answered at the right moment: after an outage the climbs that
 * were missed happen one after another, in the order in which they were due. Done twice, each happens once.
 */
export const climb = (concernId: string): Promise<Climb[]> => asSystem('a clock of a concern ran out', (tx) => climbInOrder(tx, concernId))

/** Lets every concern climb that nobody has taken on. Runs by the clock, in case a job of one of them was lost. What is wrong with one holds up no other; it is tried again a minute later. */
export async function climbWhatWaits(): Promise<void> {
  const waiting = await asSystem('look for concerns that wait', (tx) =>
    tx.$queryRaw<{ id: string }[]>`SELECT c.id FROM "Concern" c WHERE NOT EXISTS (SELECT FROM "TakingOn" t WHERE t."concernId" = c.id)
      AND (SELECT count(*) FROM "ConcernClimb" k WHERE k."concernId" = c.id) < ${climbs.length * 2} ORDER BY c."raisedAt"`)
  await eachAlone(waiting.map(({ id }) => id), climb)
}

async function climbInOrder(tx: Tx, concernId: string): Promise<Climb[]> {
  const concern = await tx.concern.findUnique({
    where: { id: concernId },
    select: { id: true, organisationId: true, raisedAt: true, raisedById: true, danger: true, receipt: true, takingOn: true, climbs: true, keptFrom: true },
  })
  if (!concern) return []
  const targets = await tx.clockTarget.findMany({ where: { organisationId: concern.organisationId } })
  const calendar = (await calendarsOf(tx, [concern.organisationId]))(concern.organisationId)
  const ahead = climbsAhead({ ...concern, receivedAt: concern.receipt?.at ?? null, takenOnAt: concern.takingOn?.at ?? null, climbed: concern.climbs }, targets, calendar)
  const due = ahead.filter((next) => next.at <= now())

  const adults = due.length ? await adultsOnLadder(tx, concern.organisationId) : []
  const around = { keptFrom: concern.keptFrom.map((kept) => kept.personId), raisedById: concern.raisedById }
  const done: Climb[] = []
  for (const step of due) {
    // Two processes may come at the same moment: the key of the climb decides which of them it was.
    const { count } = await tx.concernClimb.createMany({ data: [{ concernId, clock: step.clock, rung: step.rung, organisationId: concern.organisationId }], skipDuplicates: true })
    if (count === 0) continue
    // A rung with nobody on it does not hold a concern up: whoever stands above is told in its place, now.
    const above = climbs.slice(climbs.indexOf(step.rung))
    const rung = above.find((candidate) => peopleOn(candidate, adults, around).length > 0) ?? step.rung
    const people = peopleOn(rung, adults, around)
    await tellRung(tx, concern, rung, people, 'concern:climbed')
    await addToChronology(tx, { concernId, organisationId: concern.organisationId, kind: 'climbed', facts: { clock: step.clock, rung, from: step.rung, people: people.map((person) => person.personId) } })
    await record(tx, null, 'concern.climbed', { organisationId: concern.organisationId, subjectId: concernId, clock: step.clock, rung })
    done.push(step)
  }
  if (done.length && concern.raisedById && !around.keptFrom.includes(concern.raisedById)) await tell(tx, `person:${concern.raisedById}`, 'concern:climbed', { concernId })

  const next = ahead.find((step) => step.at > now())
  if (next && done.length) await enqueue(tx, clockRanOut, { concernId }, { at: next.at })
  return done
}
