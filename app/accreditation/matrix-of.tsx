import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { standingOfUnit, type Standing as Stands } from '#modules/accreditation/states.ts'
import { When } from '#app/ui/when.tsx'
import { sayUnit } from './say-unit.ts'
import { Standing, standings } from './standing.tsx'
import './accreditation.css'

type Decision = { id: string; outcome: 'met' | 'not_yet' | 'insufficient'; attempt: number; decidedAt: Date; byName: string; feedback: string | null }
export type CriterionSeen = { id: string; number: string; says: string; standing: Stands; pieces: number; decisions: Decision[] }
type Props = { units: { ref: string; title: string; criteria: CriterionSeen[] }[]; /** What waits for whoever reads this: its units are open. */ mine: readonly Stands[]; decideAt?: (criterionId: string) => string; more?: (criterion: CriterionSeen) => ReactNode }

/** Every criterion of a learner, folded by unit: how it stands, how much evidence there is, what the assessor wrote. It prints whole. */
export function MatrixOf({ units, mine, decideAt, more }: Props) {
  const all = units.flatMap(({ criteria }) => criteria)
  const count = (stands: Stands) => all.filter(({ standing }) => standing === stands).length
  const isMine = ({ criteria }: Props['units'][number]) => criteria.some(({ standing }) => mine.includes(standing))
  // Nothing waits for them: what comes next is open, so that there is something to read.
  const next = units.some(isMine) ? undefined : units.find(({ criteria }) => criteria.some(({ standing }) => standing !== 'met'))
  return (
    <>
      <div className="matrix-key"><span className="soft">Of {all.length === 1 ? '1 criterion' : `${all.length} criteria`}:</span>{(Object.keys(standings) as Stands[]).filter((stands) => count(stands) > 0).map((stands) => <Standing key={stands} of={stands} many={count(stands)} />)}</div>
      {units.map((unit) => {
        const stands = standingOfUnit(unit.criteria.map(({ standing }) => standing))
        return (
          <details key={unit.ref} className="sheet unit-fold" open={isMine(unit) || unit === next}>
            <summary>
              <h2>{unit.ref}: {unit.title}</h2>
              <span className="unit-stands">{(stands.standing !== 'gap' || stands.met === 0) && <Standing of={stands.standing} />}<span className="soft small">{sayUnit(stands).join(', ')}</span></span>
            </summary>
            <ul className="criteria">
              {unit.criteria.map((criterion) => (
                <li key={criterion.id} className="criterion" id={`criterion-${criterion.id}`}>
                  <span className="criterion-number">{criterion.number}</span>
                  <div>
                    <div>{criterion.says}</div>
                    {criterion.pieces > 0 && <div className="soft small">{criterion.pieces === 1 ? '1 piece of evidence' : `${criterion.pieces} pieces of evidence`}</div>}
                    {criterion.decisions.map((one) => (
                      <div key={one.id} className="small"><b>{one.byName}</b>, <When at={one.decidedAt} />: {standings[one.outcome].says.toLowerCase()}.{one.feedback && <> “{one.feedback}”</>}</div>
                    ))}
                    {more?.(criterion)}
                  </div>
                  <div className="criterion-end">
                    <Standing of={criterion.standing} />
                    {decideAt && criterion.standing === 'waiting' && <Link className="pressable" to={decideAt(criterion.id)}>Look at it<span className="visually-hidden">: {criterion.number} {criterion.says}</span></Link>}
                  </div>
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </>
  )
}
