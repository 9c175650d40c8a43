import { NotebookPen } from 'lucide-react'
import { Empty } from '#app/ui/empty.tsx'
import { LinkRow } from '#app/ui/link-row.tsx'
import { NextCard } from '#app/ui/next-card.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { sayWholeDay } from '#app/ui/say-when.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { MeetingCard } from './meeting-card.tsx'
import { MeetingRow } from './meeting-row.tsx'
import { MyConcernRow } from './my-concern-row.tsx'
import { SessionRow } from './session-row.tsx'
import { StepCard } from './step-card.tsx'
import { StepRow } from './step-row.tsx'
import { sayNames } from './say-count.ts'
import type { TodayData } from './today-of.server.ts'

/** A mentor's Today: the one thing to do next, then what comes up. */
export function MentorToday({ today, name, now }: { today: TodayData; name: string; now: Date }) {
  const { step, meetings, sessions, mine, journal, mentees } = today
  const open = meetings.find((meeting) => meeting.isOpen)
  const birds = sayNames(mentees.map((mentee) => mentee.birdName))
  return (
    <Shell>
      <PageTitle kicker={sayWholeDay(now)}>Hi {name}</PageTitle>
      {open ? <MeetingCard meeting={open} /> : step ? <StepCard step={step} /> : <NextCard kicker="Your course" title="Your course will begin here"><p className="soft">Your youth worker gives you a place. Until then you can write in your journal.</p></NextCard>}
      <Sheet>
        <h2 className="today-h">Coming up</h2>
        <Rows>
          {mine.map((concern) => <MyConcernRow key={concern.concernId} concern={concern} now={now} />)}
          {meetings.filter((meeting) => !meeting.isOpen).slice(0, 1).map((meeting) => <MeetingRow key={meeting.meetingId} meeting={meeting} now={now} leads={null} />)}
          {open && step && <StepRow step={step} />}
          {sessions.map((session) => <SessionRow key={session.sessionId} session={session} now={now} />)}
          {journal?.unfinished
            ? <LinkRow icon={NotebookPen} tone="dusk" title="Carry on writing" detail={`${journal.unfinished.title}. Only you can read it.`} to={`/journal/${journal.unfinished.entryId}`} />
            : <LinkRow icon={NotebookPen} tone="dusk" title="Write in your journal" detail={birds ? `How is it going with ${birds}? Only you can read it.` : 'How is it going? Only you can read it.'} to="/journal/new" />}
        </Rows>
      </Sheet>
      {sessions.length === 0 && meetings.length === 0 && mentees.length === 0 && <Empty title="Your mentee and your meetings will be here"><p>When your youth worker pairs you up, you will see it on this page.</p></Empty>}
    </Shell>
  )
}
