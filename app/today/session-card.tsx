import { ArrowRight } from 'lucide-react'
import type { SessionAhead } from '#modules/cohorts/sessions-ahead.server.ts'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { NextCard } from '#app/ui/next-card.tsx'
import { sayDay, sayTime } from '#app/ui/say-when.ts'

/** The next sitting that this adult runs or looks after. */
export const SessionCard = ({ session, now }: { session: SessionAhead; now: Date }) => (
  <NextCard kicker={`${session.cohortName} · ${session.place}`} title={session.title}>
    <p className="soft">{sayDay(session.startsAt, now)} at {sayTime(session.startsAt)}, {session.onRegister} on the register</p>
    <Bar><ButtonLink kind="onrope" to={`/cohorts/${session.cohortId}`}>Open the cohort <ArrowRight aria-hidden="true" /></ButtonLink></Bar>
  </NextCard>
)
