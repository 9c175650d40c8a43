import { days, now } from '../clock.ts'
import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden } from '../errors.ts'
import { holds } from '../policy.ts'
import { isGoodOn } from './is-good-on.ts'
import { namesOf } from './parts/names-of.server.ts'
import { may } from './policy.ts'
import { staffIn } from './standardisation.server.ts'

const needs = { assessor: 'assessing', quality_assurer: 'quality_assuring' } as const

/** Those who assess and look decisions over in this viewer's settings: what is on record, what has run out or soon will, and what that stops. */
export async function staff(viewer: Viewer) {
  const settings = [...new Set(viewer.memberships.map(({ organisationId }) => organisationId))].filter((organisationId) => holds(viewer, organisationId, 'assessor', 'quality_assurer', 'coordinator'))
  if (settings.length === 0) throw new Forbidden()
  return read(viewer, async (tx) => {
    const people = await staffIn(tx)
    const records = await tx.staffQualification.findMany({ where: { organisationId: { in: settings } }, orderBy: [{ doneOn: 'desc' }, { id: 'desc' }], take: 500 })
    const struck = records.filter(({ struckAt }) => struckAt)
    const [open, nameOf] = [await opener(tx, 'StaffQualification', struck.map(({ id }) => id)), await namesOf(tx, struck.map(({ struckById }) => struckById))]
    const places = new Map((await tx.organisation.findMany({ where: { id: { in: settings } }, select: { id: true, name: true } })).map(({ id, name }) => [id, name]))
    const yearAgo = new Date(now().getTime() - days(365))
    return people.map(({ organisationId, id, name, role }) => {
      const all = records.filter((one) => one.personId === id && one.organisationId === organisationId)
      const theirs = all.filter(({ struckAt }) => !struckAt)
      const asked = theirs.filter(({ kind }) => kind === needs[role])
      const good = asked.filter((one) => isGoodOn(one, now()))
      const lasts = good.some(({ validUntil }) => !validUntil) ? null : good.map(({ validUntil }) => validUntil!).sort((one, other) => other.getTime() - one.getTime())[0] ?? null
      return {
        key: `${organisationId} ${id} ${role}`, organisationId, personId: id, name, role, where: places.get(organisationId) ?? '',
        state: good.length > 0 ? (lasts && lasts.getTime() < now().getTime() + days(60) ? 'soon' as const : 'good' as const) : asked.length > 0 || all.some(({ kind, struckAt }) => struckAt && kind === needs[role]) ? 'out' as const : 'none' as const,
        until: lasts ?? asked[0]?.validUntil ?? null, titles: asked.map(({ title }) => title),
        development: theirs.filter(({ kind, doneOn }) => kind === 'development' && doneOn > yearAgo).reduce((sum, { hours }) => sum + (hours ?? 0), 0),
        canRecord: may.recordQualification(viewer, { organisationId, personId: id }),
        records: all.map((one) => ({ id: one.id, kind: one.kind, title: one.title, doneOn: one.doneOn, validUntil: one.validUntil, struck: one.struckAt && { at: one.struckAt, byName: one.struckById === viewer.id ? 'you' : nameOf(one.struckById), why: open(one.id, 'struckWhy', one.struckWhy) } })),
      }
    })
  })
}

/** Decisions of assessors whose qualification had run out that wait for a colleague, the longest first. */
export const toCountersign = (viewer: Viewer) => read(viewer, async (tx) => {
  const settings = [...new Set(viewer.memberships.filter(({ role }) => role === 'assessor').map(({ organisationId }) => organisationId))]
  const rows = settings.length === 0 ? [] : await tx.$queryRaw<{ id: string; registrationId: string; learner: string | null; assessor: string | null; number: string; says: string; decidedAt: Date }[]>`
    SELECT d.id, d."registrationId", (SELECT p.name FROM "Person" p WHERE p.id = d."personId") AS learner, (SELECT p.name FROM "Person" p WHERE p.id = d."byId") AS assessor, c.number, c.says, d."decidedAt"
    FROM app.to_countersign(${settings}::uuid[]) w JOIN "Decision" d ON d.id = w."decisionId" JOIN "Criterion" c ON c.id = d."criterionId"
    WHERE d."byId" <> ${viewer.id}::uuid AND d."personId" <> ${viewer.id}::uuid ORDER BY d."decidedAt", d.id LIMIT 50`
  return rows.map(({ learner, assessor, ...row }) => ({ ...row, learner: learner ?? 'A learner', assessor: assessor ?? 'Somebody who has left' }))
})
