import { sawId, type Practice } from '#modules/curriculum/practice.ts'
import { Choice } from '#app/ui/choice.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Line } from './blocks.tsx'
import { useUnit } from './unit-context.ts'

type Props = { card: Practice; ticked: readonly string[]; onTick: (id: string) => void }

/** What the one who watches looks out for, each with a box to tick. */
export function ObserverSheet({ card, ticked, onTick }: Props) {
  const { keeping } = useUnit()
  return (
    <section className="observer" aria-labelledby="observer">
      <h2 className="practice-head" id="observer">{card.people === 3 ? 'The one who watches' : 'What did you see?'}</h2>
      <p className="soft small">Tick each one when you have seen or heard enough to say something about it. It is not a test.</p>
      <ul>
        {card.observer.map((runs, place) => {
          const id = sawId(place)
          return <li key={id}><Choice type="checkbox" name="chosen" value={id} label={<Line runs={runs} />} checked={ticked.includes(id)} onChange={() => onTick(id)} /></li>
        })}
      </ul>
      {keeping.isKept && <Reads><b>Only you</b> can see what you tick.</Reads>}
    </section>
  )
}
