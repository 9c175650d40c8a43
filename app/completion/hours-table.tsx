import type { Jsonified } from '#app/http/jsonified.ts'
import type { HoursSeen } from '#modules/completion/hours-of.server.ts'
import { BarFigure } from '#app/ui/bar-figure.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'
import { sayHours } from './say-hours.ts'
import './hours-table.css'

/** A ledger of learning: every line it is made of, both sums, and what they rest on. */
export function HoursTable({ hours }: { hours: Jsonified<HoursSeen> }) {
  const { rows, guidedMinutes, ownMinutes, base } = hours
  const total = guidedMinutes + ownMinutes
  return (
    <>
      <Sheet>
        <h2>{sayHours(total)} in all</h2>
        {rows.length === 0 ? <Empty title="Sittings, units and supervision will be here">Once there is one of them, it stands here with its minutes.</Empty> : (
          <>
            <BarFigure label="Guided, in minutes" count={Math.round(guidedMinutes)} of={Math.round(total)} />
            <table className="hours">
              <caption className="visually-hidden">Everything that is counted</caption>
              <thead><tr><th scope="col">What</th><th scope="col">Guided</th><th scope="col">On your own</th></tr></thead>
              <tbody>
                {rows.map((row, at) => (
                  <tr key={at}>
                    <th scope="row">{row.title}<span className="soft small">{row.on && <><When at={row.on} day />, </>}{row.on ? row.says.toLowerCase() : row.says}</span></th>
                    <td>{row.isGuided ? sayHours(row.minutes) : ''}</td>
                    <td>{row.isGuided ? '' : sayHours(row.minutes)}</td>
                  </tr>
                ))}
              </tbody>
              <tfoot><tr><th scope="row">Together</th><td>{sayHours(guidedMinutes)}</td><td>{sayHours(ownMinutes)}</td></tr></tfoot>
            </table>
          </>
        )}
      </Sheet>
      <Sheet tone="sunk">
        <h2>What is counted, and how</h2>
        <ul className="agreed">{base.map((line) => <li key={line}>{line}</li>)}</ul>
      </Sheet>
    </>
  )
}
