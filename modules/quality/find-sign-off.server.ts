import { z } from 'zod'
import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { namesOf } from './parts/names-of.server.ts'
import { whatIsMissing } from './parts/what-is-missing.server.ts'
import { may, placesToDraw } from './policy.ts'
import { tooNear } from './too-near.server.ts'

/** A learner as somebody about to sign them off has them before them: what is missing, and whether it is theirs to do. */
export async function findSignOff(viewer: Viewer, input: { registrationId: string }) {
  const id = z.uuid().parse(input.registrationId)
  return read(viewer, async (tx) => {
    const registration = await tx.registration.findUnique({ where: { id }, include: { signOffs: { orderBy: { signedOffAt: 'desc' } }, organisation: { select: { name: true } }, specification: { select: { title: true, version: true } } } })
    if (!registration) throw new NotFound()
    const { personId, signOffs, organisation, specification, withdrawnAt } = registration
    const signOff = signOffs.find(({ struckAt }) => !struckAt)
    if (!may.signOff(viewer, registration)) throw new Forbidden()
    const nameOf = await namesOf(tx, [personId, ...signOffs.flatMap(({ byId, struckById }) => [byId, struckById])])
    const open = await opener(tx, 'SignOff', signOffs.map((one) => one.id))
    const near = await tooNear(tx, personId)
    const missing = withdrawnAt ? ['They are withdrawn.'] : await whatIsMissing(tx, id)
    return {
      id, name: nameOf(personId), where: organisation.name, title: specification.title, version: specification.version, near, missing,
      signedOff: signOff ? { id: signOff.id, at: signOff.signedOffAt, byName: nameOf(signOff.byId) } : null,
      struck: signOffs.flatMap((one) => one.struckAt ? [{ id: one.id, at: one.signedOffAt, byName: nameOf(one.byId), struckAt: one.struckAt, struckBy: nameOf(one.struckById), why: open(one.id, 'struckWhy', one.struckWhy) }] : []),
      can: { signOff: !signOff && !near && missing.length === 0 },
    }
  })
}

/** Learners who are met in everything and not signed off, those who met the last criterion first: a quality assurer's last step. Whoever has not met the last criterion has not met them all: of thousands on their way few are left to count, and those who met it first are counted first, until there are as many as are asked for. */
export const toSignOff = (viewer: Viewer, { take = 25 }: { take?: number } = {}) => read(viewer, async (tx) => {
  const settings = placesToDraw(viewer)
  const rows = settings.length === 0 ? [] : await tx.$queryRaw<{ id: string; name: string | null; where: string; since: Date; waits: boolean; isForAColleague: boolean }[]>`
    WITH last AS MATERIALIZED (SELECT DISTINCT ON (c."specificationId") c."specificationId", c.id, count(*) OVER (PARTITION BY c."specificationId") AS criteria FROM "Criterion" c ORDER BY c."specificationId", c.place DESC),
    near_end AS MATERIALIZED (
      SELECT r.id, r."personId", r."organisationId", l.criteria, max(d."decidedAt") AS "lastAt"
      FROM last l JOIN "Decision" d ON d."criterionId" = l.id AND d.outcome = 'met' JOIN "Registration" r ON r.id = d."registrationId" AND r."specificationId" = l."specificationId"
      WHERE r."organisationId" = ANY (${settings}::uuid[]) AND r."withdrawnAt" IS NULL AND r."personId" <> ${viewer.id}::uuid AND NOT EXISTS (SELECT FROM "SignOff" s WHERE s."registrationId" = r.id AND s."struckAt" IS NULL)
      GROUP BY r.id, r."personId", r."organisationId", l.criteria),
    whole AS (
      SELECT r.id, r."personId", r."organisationId", newest.since
      FROM (SELECT * FROM near_end ORDER BY "lastAt", id) r, LATERAL (SELECT count(*) AS met, max(n."decidedAt") AS since FROM (
        SELECT DISTINCT ON (d."criterionId") d.outcome, d."decidedAt" FROM "Decision" d WHERE d."registrationId" = r.id ORDER BY d."criterionId" DESC, d.attempt DESC) n WHERE n.outcome = 'met') newest
      WHERE newest.met = r.criteria ORDER BY r."lastAt", r.id LIMIT ${take}),
    waiting AS MATERIALIZED (SELECT w.id FROM app.wait_for_quality((SELECT array_agg(id) FROM whole)) w (id)),
    near AS MATERIALIZED (SELECT n.learner AS who FROM app.near((SELECT array_agg("personId") FROM whole)) n)
    SELECT w.id, (SELECT p.name FROM "Person" p WHERE p.id = w."personId") AS name, o.name AS where, w.since, w.id IN (SELECT id FROM waiting) AS waits, w."personId" IN (SELECT who FROM near) AS "isForAColleague"
    FROM whole w JOIN "Organisation" o ON o.id = w."organisationId" ORDER BY w.since, w.id`
  return rows.map(({ name, ...row }) => ({ ...row, name: name ?? 'A learner' }))
})
