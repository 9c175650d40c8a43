import { Link } from '@remix-run/react'
import type { TeachingSeen } from '#modules/teaching/find-teaching.server.ts'
import { HowItGoes } from '#app/learn/how-it-goes.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { OtherOnTheirPages } from './versions-here.tsx'

/** What a trainer should know about the step the room is at. */
export function StepNotes({ teaching, step }: { teaching: TeachingSeen; step: TeachingSeen['steps'][number] }) {
  return (
    <Sheet aria-labelledby="notes" className="guide-step">
      <h2 id="notes">How it goes</h2>
      <HowItGoes step={step} />
      {step.card && <p className="soft small">On their phones: {teaching.gone.includes(step.card.unitId) ? step.card.title : <Link to={`/learn/${step.card.courseSlug}/${step.card.unitSlug}?card=${step.card.cardId}`}>{step.card.title}</Link>} (in “{step.card.unitTitle}”)</p>}
      {step.card && <OtherOnTheirPages teaching={teaching} cardId={step.card.cardId} unitId={step.card.unitId} />}
    </Sheet>
  )
}
