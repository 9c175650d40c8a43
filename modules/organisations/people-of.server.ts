import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'
import type { Role } from '#prisma/generated/enums.ts'

export const PeopleOf = z.object({
  organisationId: z.uuid(),
  name: z.string().trim().max(80).default(''),
  /** The last of the page before: their full name and id. */
  after: z.object({ fullName: z.string(), id: z.uuid() }).optional(),
})
const onAPage = 30

/** The people who are something in an organisation now, by name, a page at a time; with `name`, those whose name holds it. */
export async function peopleOf(viewer: Viewer, input: z.input<typeof PeopleOf>) {
  const { organisationId, name, after } = PeopleOf.parse(input)
  authorize(may.seePeople, viewer, organisationId)
  const rows = await read(viewer, (tx) => tx.$queryRaw<PersonHere[]>`
    WITH page AS (
      SELECT p.id, p.name, p."fullName" FROM "Person" p
      WHERE p.id IN (SELECT m."personId" FROM "Membership" m WHERE m."organisationId" = ${organisationId}::uuid AND app.is_current(m."startsAt", m."endsAt"))
        AND (${name} = '' OR strpos(lower(p."fullName"), lower(${name})) > 0 OR strpos(lower(p.name), lower(${name})) > 0)
        AND (${after?.id ?? null}::uuid IS NULL OR (p."fullName", p.id) > (${after?.fullName ?? ''}, ${after?.id ?? null}::uuid))
      ORDER BY p."fullName", p.id LIMIT ${onAPage + 1})
    SELECT page.*, (SELECT jsonb_agg(jsonb_build_object('role', m.role, 'endsAt', m."endsAt") ORDER BY m."startsAt") FROM "Membership" m
      WHERE m."personId" = page.id AND m."organisationId" = ${organisationId}::uuid AND app.is_current(m."startsAt", m."endsAt")) AS memberships
    FROM page ORDER BY page."fullName", page.id`)
  const people = rows.slice(0, onAPage).map((person) => ({ ...person, memberships: person.memberships.map(({ role, endsAt }) => ({ role, endsAt: endsAt === null ? null : new Date(endsAt) })) }))
  const last = people.at(-1)
  return { people, next: rows.length > onAPage && last ? { fullName: last.fullName, id: last.id } : null }
}

type PersonHere = { id: string; name: string; fullName: string; memberships: { role: Role; endsAt: string | null }[] }
