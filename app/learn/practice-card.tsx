import { Check, MessageCircle, User, Users } from 'lucide-react'
import type { FormEvent } from 'react'
import { sawId, wayTried, waysToTry, type Practice } from '#modules/curriculum/practice.ts'
import { WrittenBy } from '#app/drafts/written-by.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Blocks } from './blocks.tsx'
import { ObserverSheet } from './observer-sheet.tsx'
import { Onward } from './onward.tsx'
import { useUnit } from './unit-context.ts'
import { useWords } from './use-words.ts'
import './practice.css'

const forHowMany: Record<number, string> = {
  2: 'For two of you. Try it, tick the sheet together, then swap.',
  3: 'For three of you: two try it, one watches. Then swap. Only two of you? Tick the sheet together afterwards.',
}

/** Something to try out with others in the room. The phone lies on the table: who plays what, what to watch for, what to talk about. */
export function PracticeCard({ card }: { card: Practice }) {
  const { seen, keeping, answerId, to } = useUnit()
  const kept = keeping.answers[card.id]?.chosen ?? []
  // Ticks lie on the device until the practice is kept, as words do: a phone that goes dark in the middle loses none.
  const { words, write, done } = useWords(`unit/${seen.unit.id}/ticks/${card.id}`, kept.filter((one) => one !== 'together' && one !== 'alone').join(' '))
  const ticked = words.split(' ').filter(Boolean)
  const tried = wayTried(kept)
  const turn = (id: string) => write(card.observer.map((_, place) => sawId(place)).filter((one) => (one === id ? !ticked.includes(one) : ticked.includes(one))).join(' '))

  const keep = (event: FormEvent<HTMLFormElement>) => {
    const way = waysToTry.find((one) => one === ((event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null)?.value)
    if (!way) return
    event.preventDefault()
    keeping.answer(card.id, [way, ...ticked])
    done()
  }
  const inside = (
    <>
      <ObserverSheet card={card} ticked={ticked} onTick={turn} />
      <Sheet tone="rope">
        <h2 className="practice-head"><MessageCircle aria-hidden="true" /> Then talk about it</h2>
        <p className="card-ask">{card.ask}</p>
      </Sheet>
      {keeping.isKept && <Bar><Button kind={tried ? 'plain' : 'main'} name="chosen" value="together"><Users aria-hidden="true" /> {tried ? 'We tried it again' : 'We have tried it'}</Button></Bar>}
      <details className="so-far">
        <summary>If you are on your own</summary>
        <div className="so-far-inside">
          <Blocks blocks={card.alone} />
          {keeping.isKept && <Bar><Button kind="plain" name="chosen" value="alone"><User aria-hidden="true" /> I have tried it on my own</Button></Bar>}
        </div>
      </details>
    </>
  )

  return (
    <>
      <p className="soft small">{forHowMany[card.people]}</p>
      <Blocks blocks={card.blocks} />
      {card.roles.map((role) => (
        <Sheet key={role.id} aria-labelledby={`role-${role.id}`}>
          <h2 className="practice-head" id={`role-${role.id}`}>{role.name}</h2>
          <Blocks blocks={role.blocks} />
        </Sheet>
      ))}
      {keeping.isKept ? (
        <form method="post" action={to('answers')} className="stack" onSubmit={keep}>
          <WrittenBy />
          <input type="hidden" name="id" value={answerId} />
          <input type="hidden" name="cardId" value={card.id} />
          {inside}
        </form>
      ) : inside}
      <div role="status" id="why" className="feedback-place">
        {tried && <Note tone="rope" icon={Check}>{tried === 'together' ? 'You have tried this with others.' : 'You have tried this on your own.'}</Note>}
      </div>
      <Onward from={card.id} kind={tried || !keeping.isKept ? 'main' : 'plain'} label={tried || !keeping.isKept ? 'Carry on' : 'Leave it for now'} />
    </>
  )
}
