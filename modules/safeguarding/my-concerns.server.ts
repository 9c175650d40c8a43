import { calendarsOf } from '../calendar/calendars-of.server.ts'
import { hoursNow, type HoursNow } from '../calendar/hours-now.ts'
import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer, Visitor } from '../db/viewer.ts'
import { myRaised, type MyAddition } from './my-raised.server.ts'
import { speaksAsAdult } from './policy.ts'

export type MyConcern = { concernId: string; raisedAt: Date; receivedByName: string | null; receivedAt: Date | null; takenOnByName: string | null; takenOnAt: Date | null }

/** What somebody has handed on themself, newest first: who has it, and since when. Never what it says. */
export const myConcerns = (viewer: Viewer | Visitor, { take = 10 }: { take?: number } = {}): Promise<MyConcern[]> => read(viewer, (tx) => raisedBy(tx, viewer, take))

/** What else whoever raised it is shown: who was told, and what they added since. `isAdult`: they are asked as an adult who works there. */
export type MyOpenConcern = MyConcern & { organisationName: string; organisationPhone: string | null; toldNames: string[]; /** The delivery site was told that it waits. */ isSiteTold: boolean; added: MyAddition[]; isAdult: boolean; /** Whether somebody of the setting is there at this hour. */ hours: HoursNow | null }

/** What happens next with one concern, for whoever raised it. */
export const findMyConcern = (viewer: Viewer | Visitor, concernId: string): Promise<MyOpenConcern> =>
  read(viewer, async (tx) => {
    const { organisationId, added } = await myRaised(tx, viewer, concernId)
    const [mine] = await raisedBy(tx, viewer, 1, concernId)
    const [more] = await tx.$queryRaw<{ organisationName: string; organisationPhone: string | null; toldNames: string[]; isSiteTold: boolean }[]>`
      SELECT o.name AS "organisationName", o.phone AS "organisationPhone",
        (SELECT coalesce(array_agg(DISTINCT p.name ORDER BY p.name), '{}') FROM "Person" p WHERE p.id IN (SELECT a."personId" FROM "ConcernAlert" a WHERE a."concernId" = c.id AND a.rung <> 'delivery_site' UNION ALL SELECT unnest(s.told) FROM app.as_it_stood(c.id) s)) AS "toldNames", app.site_was_told(c.id) AS "isSiteTold"
      FROM "Concern" c JOIN "Organisation" o ON o.id = c."organisationId" WHERE c.id = ${concernId}::uuid`
    return { ...mine!, ...more!, added, isAdult: speaksAsAdult(viewer, organisationId), hours: hoursNow((await calendarsOf(tx, [organisationId]))(organisationId), now()) }
  })

/**
 * Somebody who has left since is still "an adult". Where it turned out to be about whoever raised it, and was kept from them, as it stood before. Who it was is worked out before their name is
 * looked up: a name looked up by `coalesce(…)` is looked for among everybody, because Postgres asks the policies first.
 */
const raisedBy = (tx: Tx, viewer: Viewer | Visitor, take: number, concernId: string | null = null) => tx.$queryRaw<MyConcern[]>`
  SELECT "concernId", "raisedAt", "receivedAt", "takenOnAt",
    CASE WHEN "receivedAt" IS NOT NULL THEN coalesce((SELECT p.name FROM "Person" p WHERE p.id = "receivedById"), 'An adult') END AS "receivedByName",
    CASE WHEN "takenOnAt" IS NOT NULL THEN coalesce((SELECT p.name FROM "Person" p WHERE p.id = "holderId"), 'An adult') END AS "takenOnByName"
  FROM (SELECT c.id AS "concernId", c."raisedAt", coalesce(s."receivedAt", r.at) AS "receivedAt", coalesce(s."receivedById", r."byId") AS "receivedById", coalesce(s."takenOnAt", t.at) AS "takenOnAt", coalesce(s."holderId", CASE WHEN t.at IS NOT NULL THEN app.who_looks_after(c.id) END) AS "holderId"
    FROM (SELECT * FROM "Concern"
      WHERE ("raisedById" = ${'id' in viewer ? viewer.id : null}::uuid OR "raisedByMenteeId" = ${'menteeId' in viewer ? viewer.menteeId : null}::uuid) AND (${concernId}::uuid IS NULL OR id = ${concernId}::uuid)
      ORDER BY "raisedAt" DESC LIMIT ${take}) c
    LEFT JOIN "ConcernReceipt" r ON r."concernId" = c.id LEFT JOIN "TakingOn" t ON t."concernId" = c.id LEFT JOIN LATERAL app.as_it_stood(c.id) s ON true OFFSET 0) found
  ORDER BY "raisedAt" DESC`
