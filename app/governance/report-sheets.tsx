import type { ReactNode } from 'react'
import { Sheet } from '#app/ui/sheet.tsx'
import { sayPart, type Figure } from '#modules/figures/say-figure.ts'
import type { Report } from '#modules/governance/governance-report.server.ts'
import type { Median } from '#modules/governance/since-raised.server.ts'
import { sayMinutes } from './say-minutes.ts'
import './governance.css'

/** Each way of parting the concerns of a time, as a table, and what they are parts of; then those about adults, which are counted apart. */
export function ReportSheets({ report: { setting: { seesRows }, whole, cuts, kinds, unsaid, medians, adults, since } }: { report: Report }) {
  const say = (figure: Figure, of = whole) => (seesRows ? `${figure ?? 0} of ${of ?? 0}` : sayPart(figure))
  const raised = (count: Figure) => (seesRows ? count : count === null ? 'Fewer than 8' : `About ${count}`)
  const took = { received: medians?.received, taken: medians?.taken } as Record<string, Median | undefined>
  return (
    <>
      <Sheet tone="rope">
        <h2>{raised(whole)} raised</h2>
        {seesRows
          ? <p>Counted by the day they were raised, as they stood at the end. Only concerns you may see are in it.</p>
          : whole === null
            ? <p>That can be none. With so few, nothing more is told, so that no child can be recognised.</p>
            : <p>Counted by the day they were raised, as they stood when the term ended, to the nearest 5. “Not told” is fewer than 8, or none, or a larger count that would give such a one away. What happened since is not in it: this report never changes.</p>}
      </Sheet>
      {(seesRows || whole !== null) && cuts.map(({ name, title, parts }) => (
        <Parts key={name} id={name} title={title} rows={parts.map(({ label, figure }) => [label, say(figure)])}><Half of={took[name]} /></Parts>
      ))}
      {since && (
        <Parts id="since" title="How long each step took, from when it was raised" rows={[['Danger right now: answered before the clock ran out', say(since.now.inTime, since.now.of)], ...steps.map(({ key, label }): [string, string] => [label, half(since[key])])]}>
          <p className="soft small">Half of those that came so far were quicker.</p>
        </Parts>
      )}
      {(seesRows || whole !== null) && (
        <Parts id="kinds" title="Kinds of worry" rows={[...kinds.map(({ label, figure }): [string, string] => [label, say(figure)]), ...(unsaid === null ? [] : [['Not said yet', say(unsaid)] as [string, string]])]}>
          <p className="soft small">One concern can be of several kinds. Those that a setting added are counted with the one they stand under.</p>
        </Parts>
      )}
      <Sheet tone="rope">
        <h2>{raised(adults.whole)} shared about adults</h2>
        <p>{seesRows ? 'From the register of concerns about adults, counted apart: only those you keep are in it.' : adults.whole === null ? 'Low-level concerns and allegations, from their own register. That can be none; nothing more is told of so few.' : 'Low-level concerns and allegations, from their own register, to the nearest 5.'}</p>
      </Sheet>
      {(seesRows || adults.whole !== null) && adults.cuts.map(({ name, title, of, parts }) => <Parts key={name} id={`adults-${name}`} title={title} rows={parts.map(({ label, figure }) => [label, say(figure, of)])} />)}
    </>
  )
}

const steps = [{ key: 'discussed', label: 'Discussed' }, { key: 'decided', label: 'Decided' }, { key: 'referred', label: 'Referred to an agency' }, { key: 'closed', label: 'Closed, signed where that was needed' }] as const
const half = ({ minutes, of }: Median) => (minutes === null ? 'none yet' : `${sayMinutes(minutes)} (${of})`)

function Half({ of }: { of: Median | undefined }) {
  if (!of || of.minutes === null) return null
  return <p className="soft small">{of.of === 1 ? 'The one this happened to took' : `Half of the ${of.of} this happened to took no longer than`} {sayMinutes(of.minutes)}.</p>
}

function Parts({ id, title, rows, children }: { id: string; title: string; rows: readonly (readonly [string, string])[]; children?: ReactNode }) {
  return (
    <Sheet>
      <h2 className="h3" id={`cut-${id}`}>{title}</h2>
      <table className="report-table" aria-labelledby={`cut-${id}`}>
        <thead className="visually-hidden"><tr><th scope="col">Which</th><th scope="col">How many</th></tr></thead>
        <tbody>{rows.map(([label, count]) => <tr key={label}><th scope="row">{label}</th><td>{count}</td></tr>)}</tbody>
      </table>
      {children}
    </Sheet>
  )
}
