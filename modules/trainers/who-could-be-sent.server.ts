import { z } from 'zod'
import { underWay } from '../clock.ts'
import { cohortFor } from '../cohorts/cohort-facts.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

export const WhoCouldBeSent = z.object({ cohortId: z.uuid() })

/** The trainee trainers of settings this viewer coordinates who are not on this cohort yet; nobody for anybody else. */
export async function whoCouldBeSent(viewer: Viewer, input: z.input<typeof WhoCouldBeSent>): Promise<{ id: string; fullName: string; settingId: string }[]> {
  const { cohortId } = WhoCouldBeSent.parse(input)
  const settings = viewer.memberships.filter((membership) => membership.role === 'coordinator').map((membership) => membership.organisationId)
  return read(viewer, async (tx) => {
    const cohort = await cohortFor(tx, viewer, cohortId)
    const supported = await tx.organisation.findMany({ where: { id: { in: settings }, supportedById: cohort.organisationId }, select: { id: true } })
    const memberships = await tx.membership.findMany({
      where: { organisationId: { in: supported.map(({ id }) => id) }, role: 'trainee_trainer', ...underWay(), person: { cohortPlaces: { none: { cohortId, leftAt: null } } } },
      include: { person: { select: { id: true, fullName: true } } }, orderBy: { person: { fullName: 'asc' } }, take: 300,
    })
    return memberships.map(({ person, organisationId }) => ({ ...person, settingId: organisationId }))
  })
}
