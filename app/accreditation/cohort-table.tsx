import { Link } from '@remix-run/react'
import { standingOfUnit, standingsOf } from '#modules/accreditation/states.ts'
import { sayUnit } from './say-unit.ts'
import { standings } from './standing.tsx'
import './cohort-table.css'

type Learner = { id: string; name: string; isWithdrawn: boolean; /** A letter for each criterion. */ stands: string }
/** A column: a unit with its criteria from one to another, or one criterion. */
type Head = { key: string; short: string; long: string; from: number; criteria: number; to?: string }
type Props = { caption: string; heads: Head[]; learners: Learner[]; isOpened: boolean }

/** Learners down, units or criteria across: how each stands, in colour and in words. It scrolls sideways in itself and prints whole. */
export const CohortTable = ({ caption, heads, learners, isOpened }: Props) => (
  <div className="cohort-scroll">
    <table className="cohort-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead><tr><th scope="col">Learner</th>{heads.map(({ key, short, long, to }) => (
        <th key={key} scope="col">{to ? <Link to={to}>{short}<span className="visually-hidden">: {long}. Criterion by criterion</span></Link> : short}<span className="cohort-long" aria-hidden={to ? true : undefined}>{long}</span></th>
      ))}</tr></thead>
      <tbody>{learners.map(({ id, name, isWithdrawn, stands }) => {
        const all = standingsOf(stands)
        return (
          <tr key={id}>
            <th scope="row"><Link to={`/assessment/${id}`}>{name}</Link>{isWithdrawn && <span className="cohort-more">Withdrawn</span>}</th>
            {heads.map(({ key, from, criteria }) => {
              if (isOpened) return <td key={key} data-stands={all[from]}>{standings[all[from]!].says}</td>
              const unit = standingOfUnit(all.slice(from, from + criteria))
              const [first, ...more] = sayUnit(unit)
              return <td key={key} data-stands={unit.standing}>{first}{more.length > 0 && <span className="cohort-more">{more.join(', ')}</span>}</td>
            })}
          </tr>
        )
      })}</tbody>
    </table>
  </div>
)
