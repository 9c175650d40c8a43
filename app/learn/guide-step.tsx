import { Link } from '@remix-run/react'
import { hows } from '#modules/curriculum/guide.ts'
import type { GuideSeen } from '#modules/learning/find-guide.server.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { HowItGoes } from './how-it-goes.tsx'

type Step = GuideSeen['steps'][number]

/** One step of a run-sheet: how it goes, words to use, what to look for, what a facilitator should know. */
export function GuideStep({ step, number, time, courseSlug }: { step: Step; number: number; time: string; courseSlug: string }) {
  const id = `step-${number}`
  return (
    <Sheet as="article" id={id} aria-labelledby={`${id}-title`} className="guide-step" tone={step.how === 'break' ? 'sunk' : 'plain'}>
      <div className="guide-step-head">
        <h2 id={`${id}-title`}>{number}. {step.title}</h2>
        <p className="guide-step-facts"><Tag tone="rope">{step.minutes} min</Tag><Tag>{hows[step.how]}</Tag><span className="soft small">{time.includes(':') ? time : `from minute ${time}`}</span></p>
      </div>
      <HowItGoes step={step} />
      {step.teaches.length > 0 && (
        <p className="soft small">On their phones: {step.teaches.map((one, at) => <span key={at}>{at > 0 && ', '}<Link to={`/learn/${courseSlug}/${one.unitSlug}${one.cardId ? `?card=${one.cardId}` : ''}`}>{one.card ?? one.unit}</Link>{one.card && ` (in “${one.unit}”)`}{one.others > 0 && <Tag tone="sun">{one.others === 1 ? '1 learner has' : `${one.others} learners have`} an earlier one</Tag>}</span>)}</p>
      )}
    </Sheet>
  )
}
