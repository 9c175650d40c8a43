import { AwardedRows } from '#app/awards/awarded-rows.tsx'
import { DecidedRows } from '#app/accreditation/decided-rows.tsx'
import { NextForMe } from '#app/completion/next-for-me.tsx'
import { Link } from '@remix-run/react'
import { FolderOpen } from 'lucide-react'
import { Empty } from '#app/ui/empty.tsx'
import { NextCard } from '#app/ui/next-card.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { sayWholeDay } from '#app/ui/say-when.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'
import { ComingUp } from './coming-up.tsx'
import { HelpedNote } from './helped-note.tsx'
import { MeetingCard } from './meeting-card.tsx'
import { StepCard } from './step-card.tsx'
import { TaughtCard } from './taught-card.tsx'
import type { TodayData } from './today-of.server.ts'

/** A mentor's Today: the one thing to do next, then (on a laptop beside it) what comes up. */
export function MentorToday({ today, name, now }: { today: TodayData; name: string; now: Date }) {
  const { step, meetings, sessions, mentees } = today
  const open = meetings.find((meeting) => meeting.isOpen)
  const taught = today.taught.find((one) => one.part === 'learner')
  return (
    <Shell aside={<ComingUp today={today} now={now} />}>
      <PageTitle kicker={sayWholeDay(now)}>Hi {name}</PageTitle>
      <HelpedNote helped={today.helped} />
      {open ? <MeetingCard meeting={open} /> : taught ? <TaughtCard taught={taught} /> : today.toSign ? <NextForMe mine={today.toSign} /> : step ? <StepCard step={step} /> : <NextCard kicker="Your course" title="Your course will begin here"><p className="soft">Your youth worker gives you a place. Until then you can write in your journal.</p></NextCard>}
      {today.awarded.length > 0 && <Sheet tone="rope" aria-label="What you have earned"><Rows><AwardedRows awarded={today.awarded} /></Rows></Sheet>}
      {today.decided.length > 0 && <Sheet aria-label="Your assessor looked at something"><Rows><DecidedRows decided={today.decided} /></Rows></Sheet>}
      {today.portfolio && <Sheet aria-label="Your portfolio"><Rows><Row icon={FolderOpen} title="You can begin your portfolio" detail={<>You are registered on {today.portfolio.title}, <When at={today.portfolio.registeredAt} within />. Hand in something you wrote or made, and an assessor looks at it.</>} to="/learn/portfolio" /></Rows></Sheet>}
      {sessions.length === 0 && meetings.length === 0 && mentees.length === 0 && <Empty title="Your mentee and your meetings will be here"><p>When your youth worker pairs you up, you will see it on this page. <Link to="/learn/ready">What is left before that</Link></p></Empty>}
    </Shell>
  )
}
