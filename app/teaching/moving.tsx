import { ArrowLeft, ArrowRight, Pause, Play } from 'lucide-react'
import { hows } from '#modules/curriculum/guide.ts'
import type { TeachingSeen } from '#modules/teaching/find-teaching.server.ts'
import type { Standing } from '#modules/teaching/standing.ts'
import { RoomForm } from '#app/rooms/room-form.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Steps } from '#app/ui/steps.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { StepClock } from './step-clock.tsx'

type Props = { teaching: TeachingSeen; where: Standing; step: TeachingSeen['steps'][number]; lead: NonNullable<TeachingSeen['lead']>; here: string }

/** The step the room is at, its timer, and what moves it, for whoever leads. Others see who does, and can take over. */
export function Moving({ teaching, where, step, lead, here }: Props) {
  const { steps, at } = teaching
  const next = steps[where.place + 1]
  const move = { afterNumber: where.number }
  const isOver = where.is === 'over'
  return (
    <Sheet aria-labelledby="now" tone={isOver ? 'sunk' : 'plain'}>
      <p className="soft small">{isOver ? 'This session has ended. It was at:' : `Now: step ${where.place + 1} of ${steps.length} · ${step.session}`}</p>
      <div className="room-head">
        <h2 id="now" className="teaching-now">{step.title}</h2>
        {!isOver && <StepClock where={where} minutes={step.minutes} at={at} />}
      </div>
      <Steps total={steps.length} done={where.place} now={isOver ? undefined : true} label={`Step ${where.place + 1} of ${steps.length}`} />
      <p className="guide-step-facts"><Tag tone="rope">{step.minutes} min</Tag><Tag>{hows[step.how]}</Tag></p>
      {lead.isMe ? (
        <Bar>
          {!isOver && next && <RoomForm to={`${here}/step`} fields={{ ...move, place: where.place + 1 }}><Button>Next step <ArrowRight aria-hidden="true" /></Button></RoomForm>}
          {!isOver && where.is === 'running' && <RoomForm to={`${here}/pause`} fields={move}><Button kind="plain"><Pause aria-hidden="true" />Pause</Button></RoomForm>}
          {!isOver && where.is === 'paused' && <RoomForm to={`${here}/going-on`} fields={move}><Button kind={next ? 'plain' : 'main'}><Play aria-hidden="true" />Go on</Button></RoomForm>}
          {!isOver && where.place > 0 && <RoomForm to={`${here}/step`} fields={{ ...move, place: where.place - 1 }}><Button kind="plain"><ArrowLeft aria-hidden="true" />Back a step</Button></RoomForm>}
          {!isOver && !next && <RoomForm to={`${here}/end`} fields={move}><Button>End the session</Button></RoomForm>}
          {isOver && <RoomForm to={`${here}/step`} fields={{ ...move, place: where.place }}><Button kind="plain">Open it again at this step</Button></RoomForm>}
        </Bar>
      ) : (
        <Note tone="sun">
          <p><b>{lead.name} is leading.</b> If {lead.name} is held up or has no signal, go on from here: the step and its time stay as they are.</p>
          <RoomForm to={`${here}/lead`} fields={{ afterNumber: lead.number }}><Button kind="plain">Lead from here</Button></RoomForm>
        </Note>
      )}
      {next && !isOver && <p className="soft">Next: <b>{next.title}</b>, {next.minutes} min</p>}
    </Sheet>
  )
}
