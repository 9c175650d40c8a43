import { ArrowRight } from 'lucide-react'
import type { MeetingAhead } from '#modules/supervision/meetings-ahead.server.ts'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { NextCard } from '#app/ui/next-card.tsx'
import { sayNames } from './say-count.ts'

/** A supervision that is open now: nothing else comes before it. */
export const MeetingCard = ({ meeting }: { meeting: MeetingAhead }) => (
  <NextCard kicker={`${meeting.groupName} · meeting ${meeting.number} of ${meeting.of}`} title="Supervision is open now">
    <p className="soft">{meeting.place}, with {sayNames(meeting.supervisorNames)}</p>
    <Bar><ButtonLink kind="onrope" to={`/rooms/${meeting.meetingId}`}>Go in <ArrowRight aria-hidden="true" /></ButtonLink></Bar>
  </NextCard>
)
