import { ArrowRight } from 'lucide-react'
import type { NextStep } from '#modules/learning/next-step.server.ts'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { NextCard } from '#app/ui/next-card.tsx'
import { Steps } from '#app/ui/steps.tsx'

/** The next step of the course. */
export function StepCard({ step }: { step: NextStep }) {
  const { isTopUp, courseSlug, unitSlug, sessionNumber, sessions, sessionTitle, unitTitle, cards, cardsDone, minutesLeft, state } = step
  const isDone = state === 'finished'
  return (
    <NextCard kicker={isTopUp ? `Top-up, for when you have a moment · ${sessionTitle}` : `Session ${sessionNumber} of ${sessions} · ${sessionTitle}`} title={unitTitle}>
      <Steps total={cards} done={cardsDone} label={`${cardsDone} of ${cards} parts done`} />
      <Bar>
        <ButtonLink kind="onrope" to={`/learn/${courseSlug}/${unitSlug}`}>{isDone ? 'Look at it again' : cardsDone > 0 ? 'Carry on' : 'Begin'} <ArrowRight aria-hidden="true" /></ButtonLink>
        <span className="soft small">{isDone ? 'You have done all there is so far' : `about ${minutesLeft} ${minutesLeft === 1 ? 'minute' : 'minutes'} ${cardsDone > 0 ? 'left' : 'in all'}`}</span>
      </Bar>
    </NextCard>
  )
}
