import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'
import type { Role } from '#prisma/generated/enums.ts'

export type ReadinessRow = { label: string; isThere: boolean; detail: string; /** Who can mend it, in the words of the page. */ to?: 'coordinator' | 'head' | 'supervisors' | 'safeguarding' }
type Counts = { leads: number; deputies: number; heads: number; youth_workers: number; specialists: number; coordinators: number; terms: number; groups: number; cohorts: number; targets: number }

/** What a setting needs before young people begin, row by row: what is there, what is missing, and who can mend it. */
export const readiness = (viewer: Viewer, organisationId: string): Promise<ReadinessRow[]> => read(viewer, async (tx) => {
  const [place] = await tx.$queryRaw<{ id: string; phone: string | null; supportedById: string | null }[]>`SELECT id, phone, "supportedById" FROM "Organisation" WHERE id = ${organisationId}::uuid`
  if (!place) throw new NotFound()
  authorize(may.seeReadiness, viewer, place)
  const [counts] = await tx.$queryRaw<Counts[]>`SELECT * FROM app.readiness(${organisationId}::uuid)`
  if (!counts) throw new NotFound()
  const names = await namesByRole(tx, organisationId)
  const ownSignIns = await tx.$queryRaw<{ name: string; testProblem: string | null }[]>`
    SELECT name, "testProblem" FROM "IdentityProvider" WHERE "organisationId" = ${organisationId}::uuid AND "switchedOffAt" IS NULL ORDER BY "createdAt"`
  const person = (label: string, role: Role, count: number, missing: string, to: ReadinessRow['to']): ReadinessRow =>
    ({ label, isThere: count > 0, detail: count > 0 ? names.get(role)?.join(', ') ?? `${count} named` : missing, ...(count > 0 ? {} : { to }) })
  const thing = (label: string, isThere: boolean, there: string, missing: string, to: ReadinessRow['to']): ReadinessRow => ({ label, isThere, detail: isThere ? there : missing, ...(isThere ? {} : { to }) })
  const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`
  return [
    person('Safeguarding lead', 'safeguarding_lead', counts.leads, 'Nobody is named yet. Concerns need a person who owns them.', 'head'),
    person('Deputy safeguarding lead', 'deputy_lead', counts.deputies, 'Nobody is named yet. Somebody has to answer when the lead is away.', 'head'),
    person('Head', 'head', counts.heads, 'Nobody is named yet. A concern nobody takes on ends with the head.', 'head'),
    person('Youth worker', 'youth_worker', counts.youth_workers, 'Nobody yet. They run supervision and receive concerns first.', 'coordinator'),
    person('Mental-health specialist', 'specialist', counts.specialists, 'Nobody yet. Supervision needs a second adult of another profession.', 'coordinator'),
    thing('A number to call', place.phone !== null, place.phone ?? '', 'No number yet. It stands on every page of help.', 'coordinator'),
    thing('Terms', counts.terms > 0, `${plural(counts.terms, 'term', 'terms')} entered from today on`, 'No term from today on. Fortnightly meetings follow the terms.', 'coordinator'),
    thing('A supervision group with two adults', counts.groups > 0, plural(counts.groups, 'group', 'groups'), 'No group with a youth worker and a specialist yet.', 'supervisors'),
    thing('A mentor course', counts.cohorts > 0, `${plural(counts.cohorts, 'cohort', 'cohorts')} open`, 'No cohort yet.', 'coordinator'),
    thing('How long a concern may wait', counts.targets > 0, 'Both clocks have their targets', 'No targets set. The clocks use the usual ones until then.', 'safeguarding'),
    // Only where there is one: a setting without its own sign-in lacks nothing.
    ...(ownSignIns.length === 0 ? [] : [thing('Your own sign-in', ownSignIns.every(({ testProblem }) => testProblem === null), ownSignIns.map(({ name }) => name).join(', '), 'It did not answer as it should when last asked. Look at it, and ask again.', 'coordinator')]),
  ]
})

async function namesByRole(tx: Tx, organisationId: string): Promise<Map<Role, string[]>> {
  // Each name is looked up by itself: joined, Postgres first reads who everybody is that the viewer may know.
  const held = await tx.$queryRaw<{ role: Role; name: string | null }[]>`
    SELECT m.role::text AS role, (SELECT p."fullName" FROM "Person" p WHERE p.id = m."personId") AS name FROM app.adults_in(${organisationId}::uuid) m
    WHERE m.role = ANY ('{safeguarding_lead,deputy_lead,head,youth_worker,specialist}'::"Role"[]) AND app.is_current(m."startsAt", m."endsAt") ORDER BY m."startsAt", m.id`
  const named = held.flatMap(({ role, name }) => (name === null ? [] : [{ role, name }]))
  return new Map([...Map.groupBy(named, ({ role }) => role)].map(([role, people]) => [role, people.map(({ name }) => name)]))
}
