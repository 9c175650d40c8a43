import { Link } from '@remix-run/react'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'
import './quality.css'

type Entry = { id: string; kind: string; title: string; doneOn: Date; validUntil: Date | null; struck: { at: Date; byName: string; why: string | null } | null }
type Props = { people: { personId: string; organisationId: string; name: string; where: string; canRecord: boolean; records: Entry[] }[] }

/** Every entry as it was written down. What was wrong is struck through and stays to be read. */
export function OnRecord({ people }: Props) {
  const each = [...new Map(people.filter(({ records }) => records.length > 0).map((one) => [`${one.organisationId} ${one.personId}`, one])).values()]
  if (each.length === 0) return null
  return (
    <Sheet aria-labelledby="on-record"><h2 id="on-record">What is on record</h2>
      {each.map(({ personId, organisationId, name, where, canRecord, records }) => (
        <details key={`${organisationId} ${personId}`}>
          <summary>{name}, {where}: {records.length} {records.length === 1 ? 'entry' : 'entries'}</summary>
          <ul className="entries">
            {records.map((one) => (
              <li key={one.id}>
                {one.struck ? <><s><Said {...one} /></s> Struck through by {one.struck.byName}, <When at={one.struck.at} within />{one.struck.why && <>: “{one.struck.why}”</>}.</>
                  : <><Said {...one} />{canRecord && <> <Link to={`/quality/staff/${one.id}/striking`} aria-label={`Strike through: ${one.title}, ${name}`}>Strike through</Link></>}</>}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Sheet>
  )
}

const Said = ({ title, doneOn, validUntil }: Pick<Entry, 'title' | 'doneOn' | 'validUntil'>) => <>{title}, <When at={doneOn} day within />{validUntil && <>, good until <When at={validUntil} day within /></>}.</>
