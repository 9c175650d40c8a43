import { CalendarDays } from 'lucide-react'
import type { SessionAhead } from '#modules/cohorts/sessions-ahead.server.ts'
import { LinkRow } from '#app/ui/link-row.tsx'
import { daysFrom, sayWhen } from '#app/ui/say-when.ts'

/** The next sitting of a cohort. */
export const SessionRow = ({ session, now }: { session: SessionAhead; now: Date }) => (
  <LinkRow
    icon={CalendarDays} tone={daysFrom(now, session.startsAt) === 0 ? 'rope' : 'plain'} title={session.title} to={`/cohorts/${session.cohortId}`}
    detail={`${sayWhen(session.startsAt, now)} · ${session.place}${session.part === 'learner' ? '' : ` · ${session.cohortName}, ${session.onRegister} on the register`}`}
  />
)
