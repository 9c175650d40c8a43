import { Sheet } from '#app/ui/sheet.tsx'
import { sayKinds } from './kind-names.ts'
import './accreditation.css'

type Unit = { ref: string; title: string; outcomes: { number: string; title: string; criteria: { number: string; says: string; taughtIn: string[]; shownBy: string[] }[] }[] }

/** "A professional friend (Your own sentence)": the unit, and the cards of it that are meant. */
function sayTaught(taughtIn: readonly string[], names: Record<string, string>): string {
  const units = [...new Set(taughtIn.map((id) => id.split('/')[0]!))]
  return units.map((unit) => {
    const cards = taughtIn.filter((id) => id.startsWith(`${unit}/`)).map((id) => names[id] ?? id)
    return `${names[unit] ?? unit}${cards.length > 0 ? ` (${cards.join('; ')})` : ''}`
  }).join(', ')
}

/** A unit of a specification: its outcomes, each with its criteria, and what can show them. */
export const UnitOfCriteria = ({ unit, names }: { unit: Unit; names: Record<string, string> }) => (
  <Sheet aria-labelledby={`unit-${unit.ref}`}>
    <h2 id={`unit-${unit.ref}`}>{unit.ref}: {unit.title}</h2>
    {unit.outcomes.map((outcome) => (
      <section key={outcome.number}>
        <h3>{outcome.number}. {outcome.title}</h3>
        <ul className="criteria">
          {outcome.criteria.map((criterion) => (
            <li key={criterion.number} className="criterion">
              <span className="criterion-number">{criterion.number}</span>
              <div>
                <div>{criterion.says}</div>
                <div className="soft small">Shown by: {sayKinds(criterion.shownBy).toLowerCase()}.{criterion.taughtIn.length > 0 && <> Taught in: {sayTaught(criterion.taughtIn, names)}.</>}</div>
              </div>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </Sheet>
)
