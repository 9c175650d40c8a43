import { useState } from 'react'
import { Check, CircleDashed } from 'lucide-react'
import { useSearchParams } from '@remix-run/react'
import type { Card } from '#modules/curriculum/schema.ts'
import { Blocks } from './blocks.tsx'
import { Choices } from './choices.tsx'
import { Feedback } from './feedback.tsx'
import { Onward } from './onward.tsx'
import { useUnit } from './unit-context.ts'

/** A question with an answer. A pick that is not right says why, and can be followed by another. */
export function CheckCard({ card }: { card: Extract<Card, { kind: 'check' }> }) {
  const { keeping } = useUnit()
  const [search] = useSearchParams()
  const [isFresh, setFresh] = useState(false)
  const picked = (keeping.isKept ? keeping.answers[card.id]?.chosen[0] : search.get('way')) ?? null
  const option = card.options.find((one) => one.id === picked) ?? null
  return (
    <>
      <Blocks blocks={card.blocks} />
      <Choices ask={card.ask} cardId={card.id} options={card.options} chosen={option?.id ?? null} onChosen={() => setFresh(true)} />
      <Feedback blocks={option?.feedback ?? null} isGood={option?.isRight} isFresh={isFresh}>
        <p className="feedback-head">{option?.isRight ? <><Check aria-hidden="true" />That’s it</> : <><CircleDashed aria-hidden="true" />Not this one. You can choose again.</>}</p>
      </Feedback>
      <Onward from={card.id} kind={option ? 'main' : 'plain'} label={option ? 'Carry on' : 'Leave it for now'} />
    </>
  )
}
