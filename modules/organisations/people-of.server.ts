import { z } from 'zod'
import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

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
  return read(viewer, async (tx) => {
    const current = { organisationId, startsAt: { lte: now() }, OR: [{ endsAt: null }, { endsAt: { gt: now() } }] }
    const rows = await tx.person.findMany({
      where: { AND: [
        { memberships: { some: current } },
        name ? { OR: [{ fullName: { contains: name, mode: 'insensitive' } }, { name: { contains: name, mode: 'insensitive' } }] } : {},
        after ? { OR: [{ fullName: { gt: after.fullName } }, { fullName: after.fullName, id: { gt: after.id } }] } : {},
      ] },
      orderBy: [{ fullName: 'asc' }, { id: 'asc' }], take: onAPage + 1,
      select: { id: true, name: true, fullName: true, memberships: { where: current, orderBy: { startsAt: 'asc' }, select: { role: true, endsAt: true } } },
    })
    const people = rows.slice(0, onAPage)
    const last = people.at(-1)
    return { people, next: rows.length > onAPage && last ? { fullName: last.fullName, id: last.id } : null }
  })
}
