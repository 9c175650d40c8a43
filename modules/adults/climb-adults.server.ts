import type { AdultClock, Rung } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { calendarsOf } from '../calendar/calendars-of.server.ts'
import { now } from '../clock.ts'
import { asSystem } from '../db/as-system.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import { eachAlone } from '../jobs/each-alone.server.ts'
import { adultClimbs, type AdultClimb, type AdultTimes } from './adult-clock.ts'
import { tellAdultRung, tellAdultsAbove } from './tell-adult-rung.server.ts'

type Row = AdultTimes & { id: string; organisationId: string; begun: number; worked: number | null; climbed: { clock: AdultClock; rung: Rung; episode: number }[] }

/** Lets every concern about an adult climb whose clock has run out: nobody has it, or it is not decided a working day on, not looked at again, or a closing not signed. After an outage in the order in which it was due; done twice, or by two at once, each happens once. What is wrong with one holds up no other, and is seen and tried again a minute later. */
export async function climbAdults(): Promise<void> {
  const due = await asSystem('look for concerns about adults that wait', async (tx) => inOrder(await dueIn(tx)))
  await eachAlone(new Set(due.map(({ id }) => id)), (id) => asSystem('a clock of a concern about an adult ran out', (tx) => climbOne(tx, id)))
}

/** As far as its clocks say by now, read anew: whoever has just done the step is not told that it was late. */
async function climbOne(tx: Tx, id: string): Promise<void> {
  // Its lock first: a step that is under way is done, or has not begun.
  await tx.$queryRaw`SELECT FROM app.lock_adult_head(${id}::uuid)`
  for (const { organisationId, clock, rung: from } of inOrder(await dueIn(tx, id))) {
    const [climbed] = await tx.$queryRaw<{ people: string[]; rung: Rung }[]>`SELECT people::text[] AS people, rung::text AS rung FROM app.climb_adult(${id}::uuid, ${clock}::"AdultClock", ${from}::"Rung")`
    if (!climbed) continue
    await tellAdultRung(tx, { id, organisationId }, climbed.rung, climbed.people, 'concern:climbed')
    await tellAdultsAbove(tx, { id, organisationId })
    await record(tx, null, 'concern.climbed', { organisationId, subjectId: id, clock, rung: climbed.rung })
  }
}

const inOrder = <One extends AdultClimb>(climbs: readonly One[]) => [...climbs].sort((one, other) => one.at.getTime() - other.at.getTime())

/** What is due and has not happened: of one, or of all. */
async function dueIn(tx: Tx, id: string | null = null): Promise<(AdultClimb & { id: string; organisationId: string })[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.id, c."organisationId", t.*, w.*, c.danger::text AS danger, h.state::text AS state,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('clock', k.clock, 'rung', k.rung, 'episode', k.episode)), '[]') FROM "AdultClimb" k WHERE k."adultConcernId" = c.id) AS climbed
    FROM "AdultHead" h JOIN "AdultConcern" c ON c.id = h."adultConcernId" CROSS JOIN LATERAL app.adult_times(c.id) t LEFT JOIN LATERAL app.adult_worked(c.id) w ON true WHERE h.state <> 'closed' AND (${id}::uuid IS NULL OR c.id = ${id}::uuid) ORDER BY c."sharedAt"`
  const places = [...new Set(rows.map((row) => row.organisationId))]
  const [targets, calendarOf] = [rows.length ? await tx.clockTarget.findMany({ where: { organisationId: { in: places } } }) : [], await calendarsOf(tx, places)]
  return rows.flatMap((row) => adultClimbs(row, targets.filter((target) => target.organisationId === row.organisationId), calendarOf(row.organisationId))
    .filter(({ clock, rung, at }) => at <= now() && !row.climbed.some((one) => one.clock === clock && one.rung === rung && one.episode === (clock === 'reviewing' || clock === 'signing' ? row.worked : row.begun))).map((climb) => ({ ...climb, id: row.id, organisationId: row.organisationId })))
}
