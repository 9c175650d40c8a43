import { ArrowRight, Presentation } from 'lucide-react'
import type { TaughtNow } from '#modules/teaching/taught-now.server.ts'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { LinkRow } from '#app/ui/link-row.tsx'
import { NextCard } from '#app/ui/next-card.tsx'

const wayIn = ({ part, cohortId, sessionId }: TaughtNow) => (part === 'learner' ? '/learn/now' : `/cohorts/${cohortId}/sessions/${sessionId}/teaching`)

/** A session that is being taught now: a mentor's phone follows it, a trainer goes back to the run-sheet. */
export const TaughtCard = ({ taught }: { taught: TaughtNow }) => (
  <NextCard kicker={taught.cohortName} title={`${taught.title}: on now`}>
    <p className="soft">{taught.part === 'learner' ? 'Your phone follows the room, step by step.' : 'The room is open, and you teach it.'}</p>
    <Bar><ButtonLink kind="onrope" to={wayIn(taught)}>{taught.part === 'learner' ? 'Go in' : 'Back to the run-sheet'} <ArrowRight aria-hidden="true" /></ButtonLink></Bar>
  </NextCard>
)

/** The same, where a supervision that is open has the card. */
export const TaughtRow = ({ taught }: { taught: TaughtNow }) => (
  <LinkRow icon={Presentation} tone="rope" title={`${taught.title}: on now`} detail={taught.part === 'learner' ? 'Your phone follows the room, step by step.' : 'The room is open, and you teach it.'} to={wayIn(taught)} />
)
