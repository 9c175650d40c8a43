import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

export type SessionAhead = { sessionId: string; cohortId: string; cohortName: string; title: string; startsAt: Date; minutes: number; place: string; onRegister: number; part: 'learner' | 'trainer' | 'coordinator' }

/** The next sitting of each cohort that this viewer learns in, trains or looks after, the soonest first; one that is on now counts as next. */
export const sessionsAhead = (viewer: Viewer, { take = 6 }: { take?: number } = {}): Promise<SessionAhead[]> => read(viewer, (tx) => tx.$queryRaw<SessionAhead[]>`SELECT * FROM app.sessions_ahead(${take})`)
