import { now } from '../clock.ts'
import { cohortFigures } from '../cohorts/cohort-figures.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { holds } from '../policy.ts'

export type TrainerCohort = { cohortId: string; name: string; nextAt: Date | null; people: number; mine: number; places: number }

/** The Train-the-Trainer cohorts this viewer sees that are not over; `mine` counts themself and those a setting they coordinate has sent. */
export const trainerCohortsOf = (viewer: Viewer): Promise<TrainerCohort[]> => read(viewer, async (tx) => {
  const cohorts = await tx.cohort.findMany({
    where: { kind: 'trainers', closedAt: null }, orderBy: { id: 'desc' }, take: 100,
    include: { sessions: { where: { startsAt: { gt: now() } }, orderBy: { startsAt: 'asc' }, take: 1 }, members: { where: { part: 'learner', leftAt: null }, select: { personId: true, fromOrganisationId: true } } },
  })
  const figures = await cohortFigures(tx, cohorts.map((cohort) => cohort.id))
  return cohorts.map((cohort) => ({
    cohortId: cohort.id, name: cohort.name, nextAt: cohort.sessions[0]?.startsAt ?? null, people: figures(cohort.id).placed, places: cohort.places,
    mine: cohort.members.filter((member) => member.personId === viewer.id || (member.fromOrganisationId !== null && holds(viewer, member.fromOrganisationId, 'coordinator'))).length,
  }))
})
