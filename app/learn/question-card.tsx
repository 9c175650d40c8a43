import { useNavigate } from '@remix-run/react'
import { ArrowRight } from 'lucide-react'
import type { Card } from '#modules/curriculum/schema.ts'
import { WrittenBy } from '#app/drafts/written-by.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Blocks } from './blocks.tsx'
import { Onward } from './onward.tsx'
import { useUnit } from './unit-context.ts'
import { useWords } from './use-words.ts'

/** A question to think about, and a few words that nobody else reads. Carrying on without any is fine. */
export function QuestionCard({ card }: { card: Extract<Card, { kind: 'question' }> }) {
  const { seen, keeping, answerId, to } = useUnit()
  const navigate = useNavigate()
  const next = seen.unit.cards[seen.unit.cards.findIndex((one) => one.id === card.id) + 1]
  const kept = keeping.answers[card.id]?.words ?? ''
  const { words, write, done } = useWords(`unit/${seen.unit.id}/words/${card.id}`, kept)
  if (!keeping.isKept) return <><Blocks blocks={card.blocks} /><p className="label">{card.ask}</p><Onward from={card.id} /></>

  return (
    <>
      <Blocks blocks={card.blocks} />
      <form method="post" action={to('answers')} className="stack" onSubmit={(event) => {
        event.preventDefault()
        if (words.trim() && words.trim() !== kept) keeping.answer(card.id, [], words.trim())
        done()
        if (!next) return
        keeping.moveTo(next.id)
        navigate(`?card=${next.id}`)
      }}>
        <WrittenBy />
        <input type="hidden" name="id" value={answerId} />
        <input type="hidden" name="cardId" value={card.id} />
        {next && <input type="hidden" name="next" value={next.id} />}
        <Field label={card.ask} hint="A few words are plenty. You can leave it empty.">
          <textarea name="words" rows={4} maxLength={4000} value={words} onChange={(event) => write(event.target.value)} />
        </Field>
        <Reads><b>Only you</b> can read this.</Reads>
        <Bar><Button>{words.trim() ? 'Keep it and carry on' : 'Carry on'} <ArrowRight aria-hidden="true" /></Button></Bar>
      </form>
    </>
  )
}
