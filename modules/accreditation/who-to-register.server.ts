import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { may } from './policy.ts'

const WhoToRegister = z.object({ specificationId: z.uuid(), /** Those whose name holds this. */ name: z.string().trim().max(80).default('') })

/** The mentors of a coordinator's settings who are not registered on a specification yet, by name: the first hundred, and how many there are. */
export async function whoToRegister(viewer: Viewer, input: z.input<typeof WhoToRegister>) {
  const { specificationId, name } = WhoToRegister.parse(input)
  const settings = viewer.memberships.filter(({ role, organisationId }) => role === 'coordinator' && may.register(viewer, organisationId)).map(({ organisationId }) => organisationId)
  if (settings.length === 0) throw new Forbidden()
  return read(viewer, async (tx) => {
    const specification = await tx.specification.findUnique({ where: { id: specificationId }, select: { id: true, title: true, version: true, isExample: true } })
    if (!specification) throw new NotFound()
    const people = await tx.$queryRaw<{ id: string; name: string; organisationId: string; where: string; all: number }[]>`
      SELECT found.*, (count(*) OVER ())::int AS "all" FROM (SELECT DISTINCT p.id, p."fullName" AS name, m."organisationId", o.name AS where FROM "Membership" m JOIN "Person" p ON p.id = m."personId" JOIN "Organisation" o ON o.id = m."organisationId"
      WHERE m."organisationId" = ANY (${settings}::uuid[]) AND m.role = 'mentor' AND app.is_current(m."startsAt", m."endsAt")
        AND NOT EXISTS (SELECT FROM "Registration" r WHERE r."personId" = p.id AND r."specificationId" = ${specificationId}::uuid)
        AND (${name} = '' OR strpos(lower(p."fullName"), lower(${name})) > 0 OR strpos(lower(p.name), lower(${name})) > 0)) found
      ORDER BY 2, 1 LIMIT 100`
    return { specification, people: people.map(({ all: _all, ...person }) => person), all: people[0]?.all ?? 0 }
  })
}
