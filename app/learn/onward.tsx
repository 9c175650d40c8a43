import { Link, useNavigate } from '@remix-run/react'
import { ArrowRight } from 'lucide-react'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { useUnit } from './unit-context.ts'
import './onward.css'

/** On to the next card, and back to the one before. Going on keeps the place; going back is only looking. */
export function Onward({ from, label = 'Carry on', kind = 'main', isAlone = false }: { from: string; label?: string; kind?: 'main' | 'plain'; isAlone?: boolean }) {
  const { seen, keeping, to } = useUnit()
  const navigate = useNavigate()
  const at = seen.unit.cards.findIndex((card) => card.id === from)
  const next = seen.unit.cards[at + 1]
  const before = seen.unit.cards[at - 1]
  const face = <>{label} <ArrowRight aria-hidden="true" /></>
  return (
    <Bar>
      {next && (keeping.isKept ? (
        <form method="post" action={to('place')} onSubmit={(event) => {
          event.preventDefault()
          keeping.moveTo(next.id)
          navigate(`?card=${next.id}`)
        }}>
          <input type="hidden" name="cardId" value={next.id} />
          <Button kind={kind}>{face}</Button>
        </form>
      ) : <ButtonLink kind={kind} to={`?card=${next.id}`}>{face}</ButtonLink>)}
      {before && !isAlone && <Link className="quiet-link" to={`?card=${before.id}`}>Back a card</Link>}
    </Bar>
  )
}
