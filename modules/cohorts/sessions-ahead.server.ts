import { after, hours, now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { holds } from '../policy.ts'
import { cohortFigures } from './cohort-figures.server.ts'

export type SessionAhead = { sessionId: string; cohortId: string; cohortName: string; title: string; startsAt: Date; minutes: number; place: string; onRegister: number; part: 'learner' | 'trainer' | 'coordinator' }

/** The next sitting of each cohort that this viewer learns in, trains or looks after, soonest first; one that is on now counts as next. */
export const sessionsAhead = (viewer: Viewer): Promise<SessionAhead[]> => read(viewer, async (tx) => {
  const sessions = await tx.cohortSession.findMany({
    where: { startsAt: { gt: after(-hours(10)) }, calledOffAt: null, cohort: { closedAt: null } }, orderBy: [{ startsAt: 'asc' }, { id: 'asc' }], take: 200,
    include: { cohort: { include: { members: { where: { personId: viewer.id, leftAt: null, placedAt: { not: null } } } } } },
  })
  const next = new Map<string, SessionAhead>()
  for (const { id, cohort, title, startsAt, minutes, place } of sessions) {
    if (next.has(cohort.id) || startsAt.getTime() + minutes * 60_000 <= now().getTime()) continue
    const part = cohort.members[0]?.part ?? (cohort.kind === 'mentors' && holds(viewer, cohort.organisationId, 'coordinator', 'youth_worker') ? 'coordinator' as const : null)
    if (part) next.set(cohort.id, { sessionId: id, cohortId: cohort.id, cohortName: cohort.name, title, startsAt, minutes, place, onRegister: 0, part })
  }
  const figures = await cohortFigures(tx, [...next.keys()])
  return [...next.values()].map((session) => ({ ...session, onRegister: figures(session.cohortId).placed }))
})
