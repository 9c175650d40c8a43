import { ArrowRight } from 'lucide-react'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { NextCard } from '#app/ui/next-card.tsx'
import { Steps } from '#app/ui/steps.tsx'
import type { NextStep } from '#modules/learning/next-step.server.ts'

/** The next step of the course, on the green card. */
export function NextStepCard({ step }: { step: NextStep }) {
  const at = `/learn/${step.courseSlug}/${step.unitSlug}`
  const say = { 'not-begun': 'Begin', 'under-way': 'Carry on', finished: 'Look at it again' }[step.state]
  const left = { 'not-begun': `${step.cards} cards, about ${step.minutesLeft} minutes`, 'under-way': `${step.cardsDone} of ${step.cards} cards done, about ${step.minutesLeft} minutes left`, finished: 'Finished. Your trainer opens the next part on the day.' }[step.state]
  return (
    <NextCard kicker={step.isTopUp ? `You have done your course. A top-up: ${step.sessionTitle}` : `Session ${step.sessionNumber} of ${step.sessions}: ${step.sessionTitle}`} title={step.unitTitle}>
      <Steps total={step.cards} done={step.cardsDone} now={step.state === 'under-way'} label={`${step.cardsDone} of ${step.cards} cards done`} />
      <p className="small">{left}</p>
      <Bar><ButtonLink kind="onrope" to={at}>{say} <ArrowRight aria-hidden="true" /></ButtonLink></Bar>
    </NextCard>
  )
}
