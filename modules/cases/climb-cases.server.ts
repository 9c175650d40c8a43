import { record } from '../audit/record.server.ts'
import { calendarsOf } from '../calendar/calendars-of.server.ts'
import { now } from '../clock.ts'
import { asSystem } from '../db/as-system.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import { eachAlone } from '../jobs/each-alone.server.ts'
import { addToChronology } from '../safeguarding/add-to-chronology.server.ts'
import { adultsOnLadder } from '../safeguarding/adults-on-ladder.server.ts'
import { climbs, peopleOn } from '../safeguarding/states.ts'
import { tellRung } from '../safeguarding/tell-rung.server.ts'
import { caseClock, leftClock, type Ticking } from './case-clock.ts'
import { casesLeft } from './parts/cases-left.server.ts'
import { caseTimes } from './parts/case-times.server.ts'

/** Lets every case climb whose clock has run out: assessed, decided or looked at again too late, not said to have arrived where it was handed on, or left to nobody. After an outage in the order in which it was due; done twice, or by two at once, each happens once. What is wrong with one holds up no other. */
export async function climbCases(): Promise<void> {
  const due = await asSystem('look for cases that are late', async (tx) => {
    return (await tickingIn(tx)).flatMap(({ concernId, climbs }) => climbs.filter(({ at }) => at <= now()).map(({ at }) => ({ concernId, at })))
  })
  const inOrder = due.sort((one, other) => one.at.getTime() - other.at.getTime())
  await eachAlone(new Set(inOrder.map((one) => one.concernId)), (concernId) => asSystem('a clock of a case ran out', (tx) => climbCase(tx, concernId)))
}

/** Every clock that runs now, of one case or of all: the one of its next step, and the one that runs where nobody looks after it any more. */
async function tickingIn(tx: Tx, concernId: string | null = null): Promise<(Ticking & { concernId: string; organisationId: string })[]> {
  const [cases, left] = [await caseTimes(tx, concernId), await casesLeft(tx, concernId)]
  const calendarOf = await calendarsOf(tx, [...cases, ...left].map(({ organisationId }) => organisationId))
  const of = ({ concernId, organisationId }: { concernId: string; organisationId: string }, ticking: Ticking | null) => (ticking ? [{ ...ticking, concernId, organisationId }] : [])
  return [...cases.flatMap((one) => of(one, caseClock(one, calendarOf(one.organisationId)))), ...left.flatMap((one) => of(one, leftClock(one, calendarOf(one.organisationId))))]
}

/** As far as the clocks of this case say by now, read anew: whoever has just done the step is not told that it was late. */
async function climbCase(tx: Tx, concernId: string): Promise<void> {
  for (const ticking of await tickingIn(tx, concernId)) await climbOne(tx, ticking)
}

async function climbOne(tx: Tx, { concernId, organisationId, clock, since, climbs: moments, goesOut }: Ticking & { concernId: string; organisationId: string }): Promise<void> {
  const due = moments.filter(({ at }) => at <= now())
  if (due.length === 0) return
  const climbed = await tx.caseClimb.findMany({ where: { concernId, clock, since }, select: { rung: true } })
  const ahead = due.filter(({ rung }) => !climbed.some((one) => one.rung === rung))
  if (ahead.length === 0) return

  const concern = await tx.concern.findUniqueOrThrow({ where: { id: concernId }, select: { id: true, organisationId: true, raisedById: true, keptFrom: { select: { personId: true } } } })
  const adults = await adultsOnLadder(tx, organisationId)
  const around = { keptFrom: concern.keptFrom.map(({ personId }) => personId), raisedById: concern.raisedById }
  for (const { rung: from } of ahead) {
    const { count } = await tx.caseClimb.createMany({ data: [{ concernId, clock, rung: from, since, organisationId }], skipDuplicates: true })
    if (count === 0) continue
    // As with a concern: a rung with nobody on it hands on to the one above. What a case says stays in its setting, so the head is the last; that nobody there is left to look after it, the delivery site hears.
    const rung = climbs.slice(climbs.indexOf(from), goesOut ? undefined : climbs.indexOf('head') + 1).find((candidate) => peopleOn(candidate, adults, around).length > 0) ?? from
    const people = peopleOn(rung, adults, around)
    await tellRung(tx, concern, rung, people, 'concern:climbed')
    await addToChronology(tx, { concernId, organisationId, kind: 'climbed', facts: { clock, rung, from, people: people.map(({ personId }) => personId) } })
    await record(tx, null, 'case.climbed', { organisationId, subjectId: concernId, clock, rung })
  }
}
