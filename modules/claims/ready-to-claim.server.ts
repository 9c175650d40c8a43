import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { placesToClaim } from './policy.ts'

type ReadyToClaim = { specificationId: string; organisationId: string; title: string; where: string; ready: number }

/** What a coordinator could make a batch for: learners who are signed off and not claimed for yet, by specification. For Today. */
export const readyToClaim = (viewer: Viewer): Promise<ReadyToClaim[]> => read(viewer, (tx) => tx.$queryRaw<ReadyToClaim[]>`
  SELECT s.id AS "specificationId", o.id AS "organisationId", s.title, o.name AS where, count(*)::int AS ready
  FROM "SignOff" f JOIN "Registration" r ON r.id = f."registrationId" JOIN "Specification" s ON s.id = r."specificationId" JOIN "Organisation" o ON o.id = r."organisationId"
  WHERE r."organisationId" = ANY (${placesToClaim(viewer)}::uuid[]) AND r."withdrawnAt" IS NULL AND f."struckAt" IS NULL AND NOT EXISTS (SELECT FROM "Claim" c WHERE c."registrationId" = r.id AND c."takenOutAt" IS NULL)
  GROUP BY s.id, o.id ORDER BY o.name, s.title, s.id LIMIT 5`)
