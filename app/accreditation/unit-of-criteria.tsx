import '#app/ui/sheet.css'
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

const sayMany = (many: number, one: string, more: string) => `${many} ${many === 1 ? one : more}`

/** A unit of a specification, folded but for one that is open: its outcomes, each with its criteria, and what can show them. It prints whole. */
export const UnitOfCriteria = ({ unit, names, isOpen = false }: { unit: Unit; names: Record<string, string>; isOpen?: boolean }) => (
  <details className="sheet unit-fold" open={isOpen}>
    <summary>
      <h2>{unit.ref}: {unit.title}</h2>
      <span className="unit-stands soft small">{sayMany(unit.outcomes.length, 'outcome', 'outcomes')}, {sayMany(unit.outcomes.flatMap(({ criteria }) => criteria).length, 'criterion', 'criteria')}</span>
    </summary>
    {unit.outcomes.map((outcome) => (
      <section key={outcome.number} className="outcome">
        <h3>{outcome.number}. {outcome.title}</h3>
        <ul className="criteria">
          {outcome.criteria.map((criterion) => (
            <li key={criterion.number} className="criterion">
              <span className="criterion-number">{criterion.number}</span>
              <div>
                <div>{criterion.says}</div>
                <div className="soft small">Shown by: {sayKinds(criterion.shownBy).toLowerCase()}.</div>
                {criterion.taughtIn.length > 0 && <div className="soft small">Taught in: {sayTaught(criterion.taughtIn, names)}.</div>}
              </div>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </details>
)
