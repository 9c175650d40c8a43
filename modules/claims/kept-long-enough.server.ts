import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { placesToClaim } from './policy.ts'

type Due = { registrationId: string; name: string; title: string; where: string; endedAt: Date; dueAt: Date }

/**
 * Learners whose evidence, decisions and claim have been kept for as long as their awarding body asks, the longest first: for the coordinator. It is a list, and nothing lets go of them yet. From their certificate
 * or their withdrawal on, by the rule of the specification's code, or else by everybody's. While a case about somebody is open nothing of theirs is due.
 */
export const keptLongEnough = (viewer: Viewer, { take = 25 }: { take?: number } = {}): Promise<Due[]> => read(viewer, (tx) => tx.$queryRaw<Due[]>`
  SELECT r.id AS "registrationId", coalesce(p.name, 'A learner') AS name, s.title, o.name AS where, ended.at AS "endedAt", ended.at + make_interval(days => rule.days) AS "dueAt"
  FROM "Registration" r JOIN "Specification" s ON s.id = r."specificationId" JOIN "Organisation" o ON o.id = r."organisationId" LEFT JOIN "Person" p ON p.id = r."personId"
  CROSS JOIN LATERAL (SELECT coalesce(r."withdrawnAt", (
    SELECT max(n.at) FROM "Claim" c JOIN "ClaimState" n ON n."claimId" = c.id WHERE c."registrationId" = r.id AND c."takenOutAt" IS NULL AND n.standing = 'accepted')) AS at) ended
  CROSS JOIN LATERAL (SELECT k.days FROM "RetentionRule" k WHERE k.what IN ('accreditation.assessment', 'accreditation.assessment ' || s.code) ORDER BY length(k.what) DESC LIMIT 1) rule
  WHERE r."organisationId" = ANY (${placesToClaim(viewer)}::uuid[]) AND ended.at + make_interval(days => rule.days) <= ${now()} AND NOT app.claim_waits(r.id)
  ORDER BY 6, 1 LIMIT ${take}`)
