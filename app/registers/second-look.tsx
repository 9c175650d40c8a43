import { Link } from '@remix-run/react'
import type { CriterionSeen } from '#app/accreditation/matrix-of.tsx'

type Props = { criterion: CriterionSeen; appeals: { id: string; decisionId: string; isAnswered: boolean }[]; canAsk: boolean }

/** Beside a learner's own criterion: the way to a second look at its newest decision, or to the one they asked for. */
export function SecondLook({ criterion: { number, decisions }, appeals, canAsk }: Props) {
  const newest = [...decisions].sort((one, other) => other.attempt - one.attempt)[0]
  const asked = appeals.filter(({ decisionId }) => decisions.some(({ id }) => id === decisionId)).at(-1)
  const of = <span className="visually-hidden"> ({number})</span>
  if (asked && (asked.decisionId === newest?.id || !asked.isAnswered || newest?.outcome === 'met')) return <div className="small"><Link to={`/appeals/${asked.id}`}>{asked.isAnswered ? 'The second look at it' : 'Somebody is looking at it again'}{of}</Link></div>
  return canAsk && newest && newest.outcome !== 'met' ? <div className="small"><Link to={`/learn/portfolio/decisions/${newest.id}/appeal`}>See it another way? Ask for a second look{of}</Link></div> : null
}
