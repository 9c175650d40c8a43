import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { cohortFigures } from './cohort-figures.server.ts'

/** The cohorts this viewer sees, those under way first and the newest before the older; at most a hundred. */
export const cohortsOf = (viewer: Viewer) => read(viewer, async (tx) => {
  const cohorts = await tx.cohort.findMany({
    orderBy: [{ closedAt: { sort: 'asc', nulls: 'first' } }, { id: 'desc' }], take: 100,
    include: { organisation: { select: { name: true } }, sessions: { orderBy: { number: 'asc' }, select: { startsAt: true, minutes: true, title: true, number: true, calledOffAt: true } }, members: { where: { personId: viewer.id, leftAt: null } } },
  })
  const figures = await cohortFigures(tx, cohorts.map((cohort) => cohort.id))
  return cohorts.map((cohort) => {
    const standing = cohort.sessions.filter((session) => session.calledOffAt === null)
    const ahead = standing.filter((session) => session.startsAt.getTime() + session.minutes * 60_000 > now().getTime())
    const [mine] = cohort.members
    return {
      id: cohort.id, kind: cohort.kind, name: cohort.name, where: cohort.organisation.name, pattern: cohort.pattern, places: cohort.places, ...figures(cohort.id),
      sittings: cohort.sessions.length, held: standing.length - ahead.length, next: ahead[0] ?? null, isOver: cohort.closedAt !== null,
      mine: mine ? { part: mine.part, isWaiting: mine.placedAt === null } : null,
    }
  })
})
