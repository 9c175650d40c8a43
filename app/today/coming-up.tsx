import { HandHeart, HeartHandshake, NotebookPen } from 'lucide-react'
import { worriedFrom } from '#modules/safeguarding/origin.ts'
import { LinkRow } from '#app/ui/link-row.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'
import { MeetingRow } from './meeting-row.tsx'
import { MyConcernRow } from './my-concern-row.tsx'
import { SessionRow } from './session-row.tsx'
import { StepRow } from './step-row.tsx'
import { sayNames, weekOf } from './say-count.ts'
import { TaughtRow } from './taught-card.tsx'
import type { TodayData } from './today-of.server.ts'

/** What comes up for a mentor: what they passed on, the next supervision, the course where something else is on the card, the next session, their journal. */
export function ComingUp({ today, now }: { today: TodayData; now: Date }) {
  const { step, meetings, sessions, mine, journal, mentees } = today
  const taught = today.taught.find((one) => one.part === 'learner')
  const birds = sayNames(mentees.map((mentee) => mentee.birdName))
  return (
    <Sheet>
      <h2 className="today-h">Coming up</h2>
      <Rows>
        {mentees.filter(({ since }) => weekOf(since, now) === 1).map(({ pairId, birdName, since }) => <Row key={pairId} icon={HeartHandshake} tone="rope" title={`You are ${birdName}’s mentor now`} detail={<>Your youth worker brought you together, <When at={since} day within />. They tell you when and where you meet.</>} />)}
        {mine.map((concern) => <MyConcernRow key={concern.concernId} concern={concern} now={now} />)}
        {taught && meetings.some((meeting) => meeting.isOpen) && <TaughtRow taught={taught} />}
        {meetings.filter((meeting) => !meeting.isOpen).slice(0, 1).map((meeting) => <MeetingRow key={meeting.meetingId} meeting={meeting} now={now} leads={null} />)}
        {step && meetings.some((meeting) => meeting.isOpen) && <StepRow step={step} />}
        {sessions.map((session) => <SessionRow key={session.sessionId} session={session} now={now} />)}
        {mentees.map(({ pairId, birdName }) => <LinkRow key={`told ${pairId}`} icon={HandHeart} title={`Did ${birdName} say something that worries you?`} detail="Hand it on straight away. It never waits for supervision." to={worriedFrom('pair', pairId)} />)}
        {journal?.unfinished
          ? <LinkRow icon={NotebookPen} tone="dusk" title="Carry on writing" detail={`“${journal.unfinished.title}” Only you can read it.`} to={`/journal/${journal.unfinished.entryId}`} />
          : <LinkRow icon={NotebookPen} tone="dusk" title="Write in your journal" detail={birds ? `How is it going with ${birds}? Only you can read it.` : 'How is it going? Only you can read it.'} to="/journal/new" />}
      </Rows>
    </Sheet>
  )
}
