import { MonitorUp } from 'lucide-react'
import type { TeachingSeen } from '#modules/teaching/find-teaching.server.ts'
import { RoomForm } from '#app/rooms/room-form.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { NextCard } from '#app/ui/next-card.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'
import { AnswersIn } from './answers-in.tsx'
import { Moving } from './moving.tsx'
import { SheetOfSteps } from './sheet-of-steps.tsx'
import { StepNotes } from './step-notes.tsx'
import { VersionsHere } from './versions-here.tsx'
import { WhoIsHere } from './who-is-here.tsx'
import { WhoIsStuck } from './who-is-stuck.tsx'
import '#app/rooms/room.css'
import '#app/learn/guide.css'
import './teaching.css'

/** A trainer's page while they stand in the room: what is now, what is next, who needs somebody. */
export function TeachingPage({ teaching, isLost }: { teaching: TeachingSeen; isLost: boolean }) {
  const { cohortId, sessionId, where, steps, lead } = teaching
  const here = `/cohorts/${cohortId}/sessions/${sessionId}/teaching`
  const step = where ? steps[where.place] : undefined
  return (
    <Shell back={{ to: `/cohorts/${cohortId}`, label: teaching.cohortName }} wide aside={teaching.isOpened ? <WhoIsHere teaching={teaching} /> : undefined}>
      <PageTitle kicker={<>Sitting {teaching.number} · <When at={teaching.startsAt} /> · {teaching.onPlace}</>}>{teaching.title}</PageTitle>
      {isLost && <Note tone="sun">No signal just now. The room goes on without this page; it shows where the room is as soon as there is signal again.</Note>}
      {!teaching.isOpened && (
        <NextCard kicker={`${steps.length} steps, ${steps.reduce((sum, one) => sum + one.minutes, 0)} minutes`} title="Teach it from here">
          <p>You see the run-sheet step by step with its timer. The phones of your mentors follow, and the answers come up on the shared screen without names.</p>
          {teaching.isCalledOff ? <p>This sitting was called off when the course was closed.</p> : <RoomForm to={`${here}/opening`}><Button kind="onrope">Open the session</Button></RoomForm>}
        </NextCard>
      )}
      {where && step && lead && <>
        <Moving teaching={teaching} where={where} step={step} lead={lead} here={here} />
        <WhoIsStuck teaching={teaching} here={here} />
        <AnswersIn teaching={teaching} here={here} />
        <StepNotes teaching={teaching} step={step} />
        <Bar>
          <ButtonLink kind="plain" to={`${here}/screen`} target="_blank"><MonitorUp aria-hidden="true" />Shared screen</ButtonLink>
          <ButtonLink kind="plain" to={`/cohorts/${cohortId}/sittings/${sessionId}`}>Open the register</ButtonLink>
        </Bar>
      </>}
      <VersionsHere teaching={teaching} />
      <SheetOfSteps teaching={teaching} here={here} />
    </Shell>
  )
}
