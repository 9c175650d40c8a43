import type { Role } from '#prisma/generated/enums.ts'
import { now } from '../clock.ts'
import { asSystem } from '../db/as-system.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { tell } from '../live/tell.server.ts'
import { eachAlone } from '../jobs/each-alone.server.ts'
import { addToChronology } from './add-to-chronology.server.ts'
import { adultsOnLadder } from './adults-on-ladder.server.ts'
import { alertLetter } from './alert-letter.ts'
import { tellRung } from './tell-rung.server.ts'

type Waits = { id: string; organisationId: string; isWaiting: boolean; isTold: boolean }

/** An absence has begun: whoever covers hears of what waits for the one who is away, each on record in its chronology. Done twice, or by two at once, it happens once. */
export const routeToCover = (absenceId: string): Promise<void> => asSystem('tell a cover of what waits', (tx) => route(tx, absenceId))

/** The same for every absence under way, in case a job of one was lost. */
export async function routeToEveryCover(): Promise<void> {
  const begun = await asSystem('look for absences that have begun', (tx) => tx.absence.findMany({ where: { routedAt: null, startsAt: { lte: now() }, endsAt: { gt: now() } }, select: { id: true }, orderBy: { startsAt: 'asc' } }))
  await eachAlone(begun.map(({ id }) => id), routeToCover)
}

async function route(tx: Tx, absenceId: string): Promise<void> {
  const { count } = await tx.absence.updateMany({ where: { id: absenceId, routedAt: null, startsAt: { lte: now() }, endsAt: { gt: now() } }, data: { routedAt: now() } })
  if (count === 0) return
  const { organisationId, personId, coverId } = await tx.absence.findUniqueOrThrow({ where: { id: absenceId } })
  const adults = await adultsOnLadder(tx, organisationId)
  const cover = adults.find((adult) => adult.personId === coverId)
  if (!cover) return
  const is = (personId: string, ...roles: Role[]) => adults.some((adult) => adult.personId === personId && roles.includes(adult.role))
  // A head hears what goes round a lead. Nobody hears that for them but whoever might have been told the same: a lead, a deputy or a head. What any adult of the setting was told, as a worker too, they hear.
  const leads = adults.filter(({ role }) => role === 'safeguarding_lead' || role === 'deputy_lead').map((adult) => adult.personId)
  const hearsIt = !is(personId, 'head') || is(coverId, 'head', 'safeguarding_lead', 'deputy_lead')
  // Told and not taken on; looked after by them; or with something they are to do. Nothing that is kept from the cover, or that the cover raised.
  const waits = await tx.$queryRaw<Waits[]>`
    SELECT c.id, c."organisationId", h.state IN ('waiting', 'received') AS "isWaiting", EXISTS (SELECT FROM "ConcernAlert" a WHERE a."concernId" = c.id AND a."personId" = ${coverId}::uuid AND a.rung <> 'delivery_site') AS "isTold"
    FROM "Concern" c JOIN "ChronologyHead" h ON h."concernId" = c.id
    WHERE c."organisationId" = ${organisationId}::uuid AND c."raisedById" IS DISTINCT FROM ${coverId}::uuid AND NOT EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = c.id AND k."personId" = ${coverId}::uuid)
      AND (((${hearsIt} OR NOT (c."isAboutMentoring" OR EXISTS (SELECT FROM "ConcernKeptFrom" k WHERE k."concernId" = c.id AND k."personId" = ANY (${leads}::uuid[])))) AND h.state IN ('waiting', 'received') AND EXISTS (SELECT FROM "ConcernAlert" a WHERE a."concernId" = c.id AND a."personId" = ${personId}::uuid AND a.rung IN ('first', 'deputies')))
        OR (${hearsIt} AND h.state IN ('taken_on', 'triaged', 'in_action', 'monitoring', 'awaiting_agency', 'closing') AND h."holderId" = ${personId}::uuid)
        OR EXISTS (SELECT FROM "CaseAction" a WHERE a."concernId" = c.id AND a."ownerId" = ${personId}::uuid AND NOT EXISTS (SELECT FROM "CaseActionEnd" e WHERE e."actionId" = a.id)))
    ORDER BY c."raisedAt"`
  for (const one of waits) {
    if (one.isWaiting && !one.isTold) await tellRung(tx, one, 'first', [cover], 'concern:raised')
    else {
      await tell(tx, `person:${coverId}`, 'concern:noted', { concernId: one.id })
      await enqueue(tx, alertLetter, { concernId: one.id, personId: coverId, rung: 'first' })
    }
    // `people` are those of whom there is a row that they were told; a cover who only does what was asked for reads no more than that.
    await addToChronology(tx, { concernId: one.id, organisationId, kind: 'told', facts: { coversForId: personId, ...(one.isWaiting || one.isTold ? { rung: 'first', people: [coverId] } : { personId: coverId }) } })
  }
}
