import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { placesToClaim } from './policy.ts'

type Standing = { claimId: string; batchId: string; registrationId: string; name: string; title: string; struckAt: Date; isAwarded: boolean }

/** Claims whose learner's sign-off was struck through since, and not done anew: for the coordinator, who speaks to the awarding body and takes a certificate back where there is one. */
export const standsOnNothing = (viewer: Viewer): Promise<Standing[]> => read(viewer, (tx) => tx.$queryRaw<Standing[]>`
  SELECT c.id AS "claimId", c."batchId", r.id AS "registrationId", coalesce(p.name, 'A learner') AS name, s.title, struck.at AS "struckAt",
    EXISTS (SELECT FROM "Award" a WHERE a."registrationId" = r.id AND NOT EXISTS (SELECT FROM "AwardTakenBack" b WHERE b."awardId" = a.id)) AS "isAwarded"
  FROM "Claim" c JOIN "Registration" r ON r.id = c."registrationId" JOIN "Specification" s ON s.id = r."specificationId" LEFT JOIN "Person" p ON p.id = r."personId"
  CROSS JOIN LATERAL (SELECT max(f."struckAt") AS at FROM "SignOff" f WHERE f."registrationId" = r.id HAVING bool_and(f."struckAt" IS NOT NULL)) struck
  WHERE c."takenOutAt" IS NULL AND c."organisationId" = ANY (${placesToClaim(viewer)}::uuid[]) ORDER BY struck.at, c.id LIMIT 25`)
