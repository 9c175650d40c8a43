import { Sheet } from '#app/ui/sheet.tsx'
import { sayPart, type Figure } from '#modules/figures/say-figure.ts'
import type { Median, Report } from '#modules/governance/governance-report.server.ts'
import { sayMinutes } from './say-minutes.ts'
import './governance.css'

/** Each way of parting the concerns of a time, as a table, and what they are parts of. */
export function ReportSheets({ report: { setting, whole, cuts, kinds, unsaid, medians } }: { report: Report }) {
  const say = (figure: Figure) => (setting.seesRows ? `${figure ?? 0} of ${whole ?? 0}` : sayPart(figure))
  const took = { received: medians?.received, taken: medians?.taken } as Record<string, Median | undefined>
  return (
    <>
      <Sheet tone="rope">
        <h2>{setting.seesRows ? whole : whole === null ? 'Fewer than 8' : `About ${whole}`} raised</h2>
        {setting.seesRows
          ? <p>Counted by the day they were raised, as they stood at the end. Only concerns you may see are in it.</p>
          : whole === null
            ? <p>That can be none. With so few, nothing more is told, so that no child can be recognised.</p>
            : <p>Counted by the day they were raised, as they stood when the term ended, to the nearest 5. “Not told” is fewer than 8, or none, or a larger count that would give such a one away. What happened since is not in it: this report never changes.</p>}
      </Sheet>
      {(setting.seesRows || whole !== null) && cuts.map(({ name, title, parts }) => {
        const median = took[name]
        return (
          <Sheet key={name}>
            <h2 className="h3" id={`cut-${name}`}>{title}</h2>
            <table className="report-table" aria-labelledby={`cut-${name}`}>
              <thead className="visually-hidden"><tr><th scope="col">Which</th><th scope="col">How many</th></tr></thead>
              <tbody>{parts.map(({ label, figure }) => <tr key={label}><th scope="row">{label}</th><td>{say(figure)}</td></tr>)}</tbody>
            </table>
            {median && median.minutes !== null && <p className="soft small">{median.of === 1 ? 'The one this happened to took' : `Half of the ${median.of} this happened to took no longer than`} {sayMinutes(median.minutes)}.</p>}
          </Sheet>
        )
      })}
      {(setting.seesRows || whole !== null) && (
        <Sheet>
          <h2 className="h3" id="cut-kinds">Kinds of worry</h2>
          <p className="soft small" id="about-kinds">One concern can be of several kinds. Those that a setting added are counted with the one they stand under.</p>
          <table className="report-table" aria-labelledby="cut-kinds" aria-describedby="about-kinds">
            <thead className="visually-hidden"><tr><th scope="col">Which</th><th scope="col">How many</th></tr></thead>
            <tbody>
              {kinds.map(({ label, figure }) => <tr key={label}><th scope="row">{label}</th><td>{say(figure)}</td></tr>)}
              {unsaid !== null && <tr><th scope="row">Not said yet</th><td>{say(unsaid)}</td></tr>}
            </tbody>
          </table>
        </Sheet>
      )}
    </>
  )
}
