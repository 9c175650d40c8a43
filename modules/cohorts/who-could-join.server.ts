import { z } from 'zod'
import { underWay } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { cohortFor } from './cohort-facts.server.ts'
import { may } from './policy.ts'
import { rolesFor } from './roles-for.ts'

export const WhoCouldJoin = z.object({ cohortId: z.uuid(), /** Those whose name holds this. */ name: z.string().trim().max(80).default('') })
const atOnce = 300

/** Whom somebody who runs a cohort could put on it: those with the role that goes with each part, who are not on it; by name, the first 300, and whether there are more. */
export async function whoCouldJoin(viewer: Viewer, input: z.input<typeof WhoCouldJoin>) {
  const { cohortId, name } = WhoCouldJoin.parse(input)
  return read(viewer, async (tx) => {
    const cohort = await cohortFor(tx, viewer, cohortId)
    authorize(may.run, viewer, cohort)
    const roles = rolesFor[cohort.kind]
    const memberships = await tx.membership.findMany({
      where: {
        organisationId: cohort.organisationId, role: { in: [...roles.learner, ...roles.trainer] }, ...underWay(),
        person: { cohortPlaces: { none: { cohortId, leftAt: null } }, ...(name ? { OR: [{ fullName: { contains: name, mode: 'insensitive' as const } }, { name: { contains: name, mode: 'insensitive' as const } }] } : {}) },
      },
      include: { person: { select: { id: true, fullName: true } } }, orderBy: { person: { fullName: 'asc' } }, take: atOnce + 1,
    })
    const named = (part: 'learner' | 'trainer') => [...new Map(memberships.slice(0, atOnce).filter((membership) => roles[part].includes(membership.role)).map(({ person }) => [person.id, person])).values()]
    return { learners: named('learner'), trainers: named('trainer'), hasMore: memberships.length > atOnce }
  })
}
