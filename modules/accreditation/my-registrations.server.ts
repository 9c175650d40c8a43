import { after, days } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import type { Outcome } from '#prisma/generated/enums.ts'

/** What this learner is registered on, the newest first. */
export const myRegistrations = (viewer: Viewer) => read(viewer, (tx) =>
  tx.registration.findMany({ where: { personId: viewer.id }, orderBy: [{ registeredAt: 'desc' }, { id: 'desc' }], take: 10, include: { specification: { select: { title: true, version: true } } } }))

/** What this learner is registered on and has handed nothing in for yet, the newest: for Today. */
export const portfolioToBegin = (viewer: Viewer) => read(viewer, async (tx) => {
  const [found] = await tx.$queryRaw<{ id: string; registeredAt: Date; title: string }[]>`
    SELECT r.id, r."registeredAt", s.title FROM "Registration" r JOIN "Specification" s ON s.id = r."specificationId"
    WHERE r."personId" = ${viewer.id}::uuid AND r."withdrawnAt" IS NULL AND NOT EXISTS (SELECT FROM "Evidence" e WHERE e."registrationId" = r.id) ORDER BY r."registeredAt" DESC, r.id DESC LIMIT 1`
  return found ?? null
})

/** How what was decided for this learner in the last week stands: what asks something of them first, then the newest. For Today. */
export const decidedForMe = (viewer: Viewer) => read(viewer, (tx) => tx.$queryRaw<{ id: string; outcome: Outcome; decidedAt: Date; registrationId: string; says: string }[]>`
  SELECT newest.id, newest.outcome::text AS outcome, newest."decidedAt", newest."registrationId", c.says
  FROM (SELECT DISTINCT ON (d."registrationId", d."criterionId") d.id, d.outcome, d."decidedAt", d."registrationId", d."criterionId" FROM "Decision" d
    WHERE d."personId" = ${viewer.id}::uuid AND d."decidedAt" > ${after(-days(7))} ORDER BY d."registrationId", d."criterionId", d."decidedAt" DESC, d.id DESC) newest
  JOIN "Criterion" c ON c.id = newest."criterionId" ORDER BY newest.outcome = 'met', newest."decidedAt" DESC, newest.id DESC LIMIT 3`)
