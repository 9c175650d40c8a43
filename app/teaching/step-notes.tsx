import { Link } from '@remix-run/react'
import type { TeachingSeen } from '#modules/teaching/find-teaching.server.ts'
import { Blocks, Line } from '#app/learn/blocks.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

/** What a trainer should know about the step the room is at. */
export function StepNotes({ step }: { step: TeachingSeen['steps'][number] }) {
  return (
    <Sheet aria-labelledby="notes" className="guide-step">
      <h2 id="notes">How it goes</h2>
      {step.note && <p className="guide-note">{step.note}</p>}
      <Blocks blocks={step.blocks} />
      {step.say.length > 0 && <div className="guide-say"><h3>You could say</h3><Blocks blocks={step.say} /></div>}
      {step.lookFor.length > 0 && <><h3>What to look for</h3><ul className="guide-list">{step.lookFor.map((runs, at) => <li key={at}><Line runs={runs} /></li>)}</ul></>}
      {step.notes.length > 0 && <div><h3>For you</h3><Blocks blocks={step.notes} /></div>}
      {step.answers.length > 0 && <div className="guide-answers"><h3>Answers</h3><Blocks blocks={step.answers} /></div>}
      {step.card && <p className="soft small">On their phones: <Link to={`/learn/${step.card.courseSlug}/${step.card.unitSlug}?card=${step.card.cardId}`}>{step.card.title}</Link> (in “{step.card.unitTitle}”)</p>}
    </Sheet>
  )
}
