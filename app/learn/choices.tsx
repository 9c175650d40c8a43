import { Link } from '@remix-run/react'
import { useId } from 'react'
import type { Run } from '#modules/curriculum/schema.ts'
import { WrittenBy } from '#app/drafts/written-by.tsx'
import { Line } from './blocks.tsx'
import { useUnit } from './unit-context.ts'
import './choices.css'

type Props = {
  ask: string
  cardId: string
  /** What was chosen before this, on the way here. */
  before?: readonly string[]
  options: readonly { id: string; label: readonly Run[] }[]
  chosen: string | null
  onChosen?: () => void
}

/**
 * A question with ways to go, each a button that saves at once. Without script it is a plain form. For who only looks through a unit the
 * ways are links, and nothing is kept.
 */
export function Choices({ ask, cardId, before = [], options, chosen, onChosen }: Props) {
  const { keeping, answerId, to } = useUnit()
  const id = useId()
  const faces = options.map((option, at) => ({ ...option, letter: String.fromCharCode(65 + at), isOn: option.id === chosen }))
  const face = (letter: string, label: readonly Run[]) => <><b aria-hidden="true">{letter}</b><span><Line runs={label} /></span></>

  return (
    <section className="ways" aria-labelledby={id}>
      <h2 className="label" id={id}>{ask}</h2>
      {keeping.isKept ? (
        <form method="post" action={to('answers')} className="ways-list" onSubmit={(event) => {
          const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null
          if (!button) return
          event.preventDefault()
          keeping.answer(cardId, [...before, button.value])
          onChosen?.()
        }}>
          <WrittenBy />
          <input type="hidden" name="id" value={answerId} />
          <input type="hidden" name="cardId" value={cardId} />
          {before.map((one) => <input key={one} type="hidden" name="chosen" value={one} />)}
          {faces.map(({ id: option, letter, label, isOn }) => <button key={option} className="way" name="chosen" value={option} aria-pressed={isOn}>{face(letter, label)}</button>)}
        </form>
      ) : (
        <div className="ways-list">
          {faces.map(({ id: option, letter, label, isOn }) => <Link key={option} className="way" to={`?card=${cardId}&way=${[...before, option].join('.')}#why`} aria-current={isOn || undefined} preventScrollReset>{face(letter, label)}</Link>)}
        </div>
      )}
    </section>
  )
}
