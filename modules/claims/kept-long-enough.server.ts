import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { placesToClaim } from './policy.ts'

type Due = { registrationId: string; name: string; title: string; where: string; endedAt: Date; dueAt: Date; /** Nothing about them goes until a safeguarding lead says so. */ isHeld: boolean }

/**
 * Learners whose evidence, decisions and claim have been kept for as long as their awarding body asks, the longest first: for the coordinator. It is a list, and nothing lets go of them yet. From their certificate
 * or their withdrawal on, by the rule of the specification's code, or else by everybody's. While a case about somebody is open nothing of theirs is due.
 */
export const keptLongEnough = (viewer: Viewer, { take = 25 }: { take?: number } = {}): Promise<Due[]> => read(viewer, (tx) => tx.$queryRaw<Due[]>`
  WITH ended AS (
    SELECT r.id, r."withdrawnAt" AS at FROM "Registration" r WHERE r."organisationId" = ANY (${placesToClaim(viewer)}::uuid[]) AND r."withdrawnAt" IS NOT NULL
    UNION ALL SELECT r.id, max(n.at) FROM "ClaimState" n JOIN "Claim" c ON c.id = n."claimId" JOIN "Registration" r ON r.id = c."registrationId"
    WHERE n.standing = 'accepted' AND c."takenOutAt" IS NULL AND r."organisationId" = ANY (${placesToClaim(viewer)}::uuid[]) AND r."withdrawnAt" IS NULL GROUP BY r.id)
  SELECT due.* FROM (
    SELECT r.id AS "registrationId", coalesce(p.name, 'A learner') AS name, s.title, o.name AS where, ended.at AS "endedAt", ended.at + make_interval(days => rule.days) AS "dueAt", r."personId" = ANY ((SELECT app.learners_held())::uuid[]) AS "isHeld"
    FROM ended JOIN "Registration" r ON r.id = ended.id JOIN "Specification" s ON s.id = r."specificationId" JOIN "Organisation" o ON o.id = r."organisationId" LEFT JOIN "Person" p ON p.id = r."personId"
    CROSS JOIN LATERAL (SELECT k.days FROM "RetentionRule" k WHERE k.what IN ('accreditation.assessment', 'accreditation.assessment ' || s.code) ORDER BY length(k.what) DESC LIMIT 1) rule
    WHERE ended.at + make_interval(days => rule.days) <= ${now()}
    -- Whether a case is open costs more than all the rest: it is asked of those whose time has come, in their order, until the page is full.
    ORDER BY 6, 1 OFFSET 0) due
  WHERE NOT app.claim_waits(due."registrationId") ORDER BY 6, 1 LIMIT ${take}`)
