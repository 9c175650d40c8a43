import type { CaseLevel, CaseState, Clock, Danger, Rung } from '#prisma/generated/enums.ts'
import { calendarsOf } from '../calendar/calendars-of.server.ts'
import type { Calendar } from '../calendar/staffed-time.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { adultsOnLadder } from './adults-on-ladder.server.ts'
import { may } from './policy.ts'
import { climbsAhead, type Target } from './climbs-ahead.ts'
import { peopleOn, stateOf, type AdultToTell, type ConcernState } from './states.ts'

export type ConcernWaiting = {
  concernId: string; organisationName: string; organisationPhone: string | null; raisedAt: Date; raisedByName: string | null
  /** Null where somebody learns only that something waits. */
  danger: Danger | null
  state: ConcernState; receivedByName: string | null; receivedAt: Date | null; takenOnByName: string | null; takenOnAt: Date | null
  /** Once it is taken on: where the case stands, how serious, and the day on which something is due next. Null for whoever may not open it. */
  stands: CaseState | null; level: CaseLevel | null; dueOn: string | null; isHolderGone: boolean
  climbsAt: Date | null; climbsTo: string | null; mayReceive: boolean; mayTakeOn: boolean; openable: boolean
}

type Row = {
  id: string; organisationId: string; organisationName: string; phone: string | null; raisedAt: Date; danger: Danger; raisedById: string | null; raisedByName: string | null
  receivedAt: Date | null; receivedByName: string | null; takenOnAt: Date | null; takenOnByName: string | null
  stands: CaseState | null; level: CaseLevel | null; dueOn: string | null; isHolderGone: boolean
  climbed: { clock: Clock; rung: Rung }[]; keptFrom: string[]; openable: boolean; isAlerted: boolean; targets: Target[]
}

type Which = { takenOnBefore?: Date; take?: number; /** Those that are closed, or went elsewhere. */ ended?: boolean }

/** The concerns this viewer is to know of: what waits first, oldest first; then what somebody looks after, newest first. Or those that have ended. */
export const concernsWaiting = (viewer: Viewer, { takenOnBefore, take = 50, ended = false }: Which = {}): Promise<ConcernWaiting[]> => read(viewer, async (tx) => {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT c.*, c."dueOn"::text AS "dueOn", o.name AS "organisationName", o.phone,
      (SELECT p.name FROM "Person" p WHERE p.id = c."raisedById") AS "raisedByName",
      CASE WHEN c."receivedAt" IS NOT NULL THEN coalesce((SELECT p.name FROM "Person" p WHERE p.id = c."receivedById"), 'A colleague') END AS "receivedByName",
      CASE WHEN c."takenOnAt" IS NOT NULL THEN coalesce((SELECT p.name FROM "Person" p WHERE p.id = c."takenOnById"), 'A colleague') END AS "takenOnByName",
      (SELECT coalesce(jsonb_agg(to_jsonb(g)), '[]') FROM "ClockTarget" g WHERE g."organisationId" = c."organisationId" AND g.danger = c.danger) AS targets
    FROM app.concerns_listed(${takenOnBefore ?? null}::timestamptz, ${ended}, ${take}) c JOIN "Organisation" o ON o.id = c."organisationId"
    ORDER BY c."takenOnAt" IS NOT NULL, c."receivedAt" IS NOT NULL, c."takenOnAt" DESC, c."raisedAt"`
  const elsewhere = takenOnBefore || ended ? [] : await tx.$queryRaw<{ concernId: string; organisationName: string; phone: string | null; raisedAt: Date; receivedAt: Date | null }[]>`SELECT * FROM app.waiting_elsewhere()`
  const waiting = rows.filter((row) => !row.takenOnAt).map((row) => row.organisationId)
  const [ladders, calendarOf] = [await laddersOf(tx, waiting), await calendarsOf(tx, waiting)]
  return [
    ...elsewhere.filter((one) => !rows.some((row) => row.id === one.concernId)).map((one): ConcernWaiting => ({
      concernId: one.concernId, organisationName: one.organisationName, organisationPhone: one.phone, raisedAt: one.raisedAt, raisedByName: null, danger: null,
      state: stateOf({ receivedAt: one.receivedAt, takenOnAt: null }), receivedByName: null, receivedAt: one.receivedAt, takenOnByName: null, takenOnAt: null, stands: null, level: null, dueOn: null, isHolderGone: false,
      climbsAt: null, climbsTo: null, mayReceive: false, mayTakeOn: false, openable: false,
    })),
    ...rows.map((row) => described(viewer, row, ladders.get(row.organisationId) ?? [], calendarOf(row.organisationId))),
  ]
})

function described(viewer: Viewer, row: Row, ladder: AdultToTell[], calendar: Calendar): ConcernWaiting {
  const facts = { organisationId: row.organisationId, raisedById: row.raisedById, isAlerted: row.isAlerted, isBroughtIn: false, isTakenOn: row.takenOnAt !== null }
  const next = climbsAhead(row, row.targets, calendar)[0]
  const onNext = next && peopleOn(next.rung, ladder, row).filter((adult) => adult.personId !== viewer.id)
  return {
    concernId: row.id, organisationName: row.organisationName, organisationPhone: row.phone, raisedAt: row.raisedAt, raisedByName: row.raisedByName, danger: row.danger,
    state: stateOf(row), receivedByName: row.receivedByName, receivedAt: row.receivedAt, takenOnByName: row.takenOnByName, takenOnAt: row.takenOnAt,
    stands: row.stands, level: row.level, dueOn: row.dueOn, isHolderGone: row.isHolderGone,
    climbsAt: next?.at ?? null, climbsTo: next ? onNext?.map((adult) => adult.name).join(' and ') || rungWords[next.rung] : null,
    mayReceive: row.openable && !row.receivedAt && may.receive(viewer, facts), mayTakeOn: row.openable && !row.takenOnAt && may.takeOn(viewer, facts), openable: row.openable,
  }
}

const rungWords: Record<Rung, string> = { first: 'the first rung', deputies: 'the deputies', head: 'the head', delivery_site: 'the delivery site' }

async function laddersOf(tx: Tx, ids: readonly string[]) {
  const ladders = new Map<string, AdultToTell[]>()
  for (const id of new Set(ids)) ladders.set(id, await adultsOnLadder(tx, id))
  return ladders
}
