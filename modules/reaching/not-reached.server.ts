import { days, now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { may } from './policy.ts'

export type NotReached = { organisationId: string; organisationName: string; way: 'letter' | 'webhook'; personName: string | null; concernId: string; isAboutAdult: boolean; since: Date; /** Where the webhook is said, and this viewer may say it. */ mayKeepWebhook: boolean }

/**
 * What has been given up: a setting's webhook, or letters to one of those who were told, that nothing has gone through to since. A webhook that was ended still has not reached anybody: another one has to. Of a child's concern for leads and
 * deputies who can read it; of the register about adults for whoever keeps the record. It stands for two weeks, or until something goes through again.
 */
export const notReached = (viewer: Viewer): Promise<NotReached[]> => read(viewer, async (tx) => {
  const rows = await tx.$queryRaw<Omit<NotReached, 'mayKeepWebhook'>[]>`
  WITH tries AS NOT MATERIALIZED (
    SELECT id, "organisationId", "concernId", false AS "isAboutAdult", "personId", way, "webhookId", outcome, at FROM "ConcernAttempt" WHERE "concernId" IS NOT NULL AND "organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[])
    UNION ALL SELECT id, "organisationId", "adultConcernId", true, "personId", way, "webhookId", outcome, at FROM "AdultAttempt"),
  given AS MATERIALIZED (SELECT DISTINCT ON (a."organisationId", a.way, a."personId") a."organisationId", a.way::text AS way, a."personId", a."concernId", a."isAboutAdult", a.at AS since FROM tries a
  WHERE a.outcome = 'given_up' AND a.way IN ('letter', 'webhook') AND a.at > ${new Date(now().getTime() - days(14))}
    AND NOT EXISTS (SELECT FROM tries d WHERE d.outcome = 'done' AND d.way = a.way AND d.at > a.at AND d."organisationId" = a."organisationId" AND d."personId" IS NOT DISTINCT FROM a."personId" AND (d."webhookId" IS NOT DISTINCT FROM a."webhookId" OR (SELECT w."organisationId" FROM "Webhook" w WHERE w.id = d."webhookId") = (SELECT w."organisationId" FROM "Webhook" w WHERE w.id = a."webhookId")))
  ORDER BY a."organisationId", a.way, a."personId", a.at DESC LIMIT 10)
  -- A delivery site does not know the people of its settings otherwise than from the records it keeps.
  SELECT g."organisationId", coalesce(o.name, 'A setting') AS "organisationName", g.way, coalesce((SELECT p.name FROM "Person" p WHERE p.id = g."personId"), n.name) AS "personName", g."concernId", g."isAboutAdult", g.since
  FROM given g LEFT JOIN "Organisation" o ON o.id = g."organisationId" LEFT JOIN app.adult_names((SELECT array_agg(x."personId") FROM given x WHERE x."isAboutAdult")) n ON n.id = g."personId"`
  return rows.map((row) => ({ ...row, mayKeepWebhook: may.keepWebhook(viewer, row.organisationId) }))
})
