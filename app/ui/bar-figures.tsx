import { BarFigure } from './bar-figure.tsx'

/** Several counts of one kind, with the same figures as a table. */
export function BarFigures({ bars, what }: { bars: readonly { label: string; count: number; of: number }[]; what: string }) {
  return (
    <div className="bar-figures">
      {bars.map((bar) => <BarFigure key={bar.label} {...bar} />)}
      <details>
        <summary className="small">As a table</summary>
        <table>
          <caption className="visually-hidden">{what}</caption>
          <thead><tr><th scope="col">What</th><th scope="col">Count</th><th scope="col">Out of</th></tr></thead>
          <tbody>{bars.map((bar) => <tr key={bar.label}><th scope="row">{bar.label}</th><td>{bar.count}</td><td>{bar.of}</td></tr>)}</tbody>
        </table>
      </details>
    </div>
  )
}
