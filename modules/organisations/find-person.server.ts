import { z } from 'zod'
import { Role } from '#prisma/generated/enums.ts'
import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { waits } from './not-begun.ts'
import { mayGiveRole, rolesToGive } from './roles-given.ts'
import { may } from './policy.ts'

export const FindPerson = z.object({ personId: z.uuid() })

/** Somebody with their roles where this viewer may see them, those now and those that were, and what the viewer may give or end. */
export async function findPerson(viewer: Viewer, input: z.input<typeof FindPerson>) {
  const { personId } = FindPerson.parse(input)
  return read(viewer, async (tx) => {
    const person = await tx.person.findUnique({
      where: { id: personId },
      select: { id: true, name: true, fullName: true, memberships: { orderBy: [{ startsAt: 'desc' }], include: { organisation: true } } },
    })
    const memberships = person?.memberships.filter(({ organisation }) => (organisation as typeof organisation | null) !== null && may.seePeople(viewer, organisation.id)) ?? []
    if (!person || memberships.length === 0) throw new NotFound()
    const isNow = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date | null }) => startsAt <= now() && (endsAt === null || endsAt > now())
    const places = new Map(memberships.map(({ organisation }) => [organisation.id, organisation]))
    return {
      id: person.id, name: person.name, fullName: person.fullName, isMe: person.id === viewer.id,
      roles: memberships.map((membership) => ({
        id: membership.id, role: membership.role, where: membership.organisation.name, startsAt: membership.startsAt, endsAt: membership.endsAt,
        isNow: isNow(membership), isWaiting: waits(membership, now()), organisationId: membership.organisationId, canEnd: (isNow(membership) || waits(membership, now())) && mayGiveRole(viewer, membership.role, membership.organisation, person.id),
      })),
      giving: person.id === viewer.id ? [] : [...places.values()].map((place) => ({ organisationId: place.id, name: place.name, roles: rolesToGive(viewer, place, Object.values(Role)) })).filter((place) => place.roles.length > 0),
    }
  })
}
