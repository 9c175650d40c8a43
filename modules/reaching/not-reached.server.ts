import { days, now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

export type NotReached = { organisationId: string; organisationName: string; way: 'letter' | 'webhook'; personName: string | null; concernId: string; isAboutAdult: boolean; since: Date }

/**
 * What has been given up: a setting's webhook, or letters to one of those who were told, that nothing has gone through to since. A webhook that was ended still has not reached anybody: another one has to. For leads and deputies, who can
 * read the concern it was about. It stands for two weeks, or until something goes through again.
 */
export const notReached = (viewer: Viewer): Promise<NotReached[]> => read(viewer, (tx) => tx.$queryRaw<NotReached[]>`
  WITH tries AS NOT MATERIALIZED (
    SELECT id, "organisationId", "concernId", false AS "isAboutAdult", "personId", way, "webhookId", outcome, at FROM "ConcernAttempt" WHERE "concernId" IS NOT NULL
    UNION ALL SELECT id, "organisationId", "adultConcernId", true, "personId", way, "webhookId", outcome, at FROM "AdultAttempt")
  SELECT DISTINCT ON (a."organisationId", a.way, a."personId") a."organisationId", o.name AS "organisationName", a.way::text AS way, (SELECT p.name FROM "Person" p WHERE p.id = a."personId") AS "personName", a."concernId", a."isAboutAdult", a.at AS since
  FROM tries a JOIN "Organisation" o ON o.id = a."organisationId"
  WHERE a."organisationId" = ANY ((SELECT app.settings_i_safeguard())::uuid[]) AND a.outcome = 'given_up' AND a.way IN ('letter', 'webhook') AND a.at > ${new Date(now().getTime() - days(14))}
    AND NOT EXISTS (SELECT FROM tries d WHERE d.outcome = 'done' AND d.way = a.way AND d.at > a.at AND d."organisationId" = a."organisationId" AND d."personId" IS NOT DISTINCT FROM a."personId" AND (d."webhookId" IS NOT DISTINCT FROM a."webhookId" OR (SELECT w."organisationId" FROM "Webhook" w WHERE w.id = d."webhookId") = (SELECT w."organisationId" FROM "Webhook" w WHERE w.id = a."webhookId")))
  ORDER BY a."organisationId", a.way, a."personId", a.at DESC LIMIT 10`)
