import { Link } from '@remix-run/react'
import { roleNames } from '#modules/organisations/role-names.ts'
import { checks } from '#modules/vetting/checks.ts'
import type { Cell, OnRegister } from '#modules/vetting/register-of.server.ts'
import '#app/accreditation/cohort-table.css'
import { sayShort, standings } from './standings.ts'

type Props = { caption: string; people: readonly OnRegister[]; to: (personId: string) => string }

/** The single central record: adults down, checks across, each with its day in words and not in colour alone. It scrolls sideways in itself and prints whole. */
export const RegisterTable = ({ caption, people, to }: Props) => (
  <div className="cohort-scroll">
    <table className="cohort-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead><tr><th scope="col">Name</th>{checks.map(({ kind, name }) => <th key={kind} scope="col">{name}</th>)}</tr></thead>
      <tbody>{people.map(({ personId, fullName, roles, cells }) => (
        <tr key={personId}>
          <th scope="row"><Link to={to(personId)}>{fullName}</Link><span className="cohort-more">{roles.map(({ role, isWaiting }) => `${roleNames[role]}${isWaiting ? ', waits' : ''}`).join('; ')}</span></th>
          {checks.map(({ kind }) => <Shown key={kind} cell={cells.find((cell) => cell.kind === kind)!} />)}
        </tr>
      ))}</tbody>
    </table>
  </div>
)

const Shown = ({ cell: { standing, isNeeded, doneOn, goodUntil } }: { cell: Cell }) => {
  if (standing === 'none' && !isNeeded) return <td className="soft">{doneOn ? 'One of two' : <><span aria-hidden="true">–</span><span className="visually-hidden">Not asked for</span></>}</td>
  if (standing === 'none') return <td data-stands="not_yet">{doneOn ? 'Not complete' : 'Missing'}</td>
  if (standing === 'not-needed') return <td>Does not apply</td>
  return <td data-stands={isNeeded && standing !== 'good' ? 'not_yet' : undefined}>{sayShort(doneOn!)}{goodUntil && <span className="cohort-more">{standing === 'good' ? '' : `${standings[standing].says}: `}until {sayShort(goodUntil)}</span>}</td>
}
