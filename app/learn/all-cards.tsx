import { Link } from '@remix-run/react'
import { useUnit } from './unit-context.ts'
import './all-cards.css'

/**
 * Every card of the unit, folded away: to look something up again, or to leap. Its links also tell the router, while there is a signal,
 * that it knows this address; otherwise the first card turned without one would be asked of the server.
 */
export function AllCards({ now }: { now: string }) {
  const { seen } = useUnit()
  return (
    <details className="all-cards">
      <summary>All {seen.unit.cards.length} cards</summary>
      <ol>{seen.unit.cards.map((card, at) => <li key={card.id}><Link to={`?card=${card.id}`} aria-current={card.id === now ? 'true' : undefined}><span className="soft" aria-hidden="true">{at + 1}</span>{card.title}</Link></li>)}</ol>
    </details>
  )
}
