import type { TeachingSeen } from '#modules/teaching/find-teaching.server.ts'
import { RoomForm } from '#app/rooms/room-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'

/** The whole run-sheet, folded away while the room is at one step of it; whoever leads can go to any. */
export function SheetOfSteps({ teaching, here }: { teaching: TeachingSeen; here: string }) {
  const { steps, where, lead } = teaching
  return (
    <Sheet as="details" className="teaching-sheet">
      <summary>The whole run-sheet</summary>
      <ol className="teaching-steps">{steps.map((step) => (
        <li key={step.place} aria-current={where?.place === step.place ? 'step' : undefined}>
          <span><b>{step.title}</b> <span className="soft small">{step.minutes} min · {step.session}</span></span>
          {where?.place === step.place ? <Tag tone="rope">now</Tag>
            : where && lead?.isMe && <RoomForm to={`${here}/step`} fields={{ afterNumber: where.number, place: step.place }}><Button kind="plain">Go here<span className="visually-hidden">: {step.title}</span></Button></RoomForm>}
        </li>
      ))}</ol>
      {where && lead?.isMe && where.is !== 'over' && <RoomForm to={`${here}/end`} fields={{ afterNumber: where.number }}><Button kind="plain">End the session now</Button></RoomForm>}
    </Sheet>
  )
}
