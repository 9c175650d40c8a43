import { Sheet } from '#app/ui/sheet.tsx'
import { sayKinds } from './kind-names.ts'
import './accreditation.css'

type Unit = { ref: string; title: string; outcomes: { number: string; title: string; criteria: { number: string; says: string; taughtIn: string[]; shownBy: string[] }[] }[] }

/** A unit of a specification: its outcomes, each with its criteria, and what can show them. */
export const UnitOfCriteria = ({ unit }: { unit: Unit }) => (
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
                <div className="soft small">Shown by: {sayKinds(criterion.shownBy).toLowerCase()}.{criterion.taughtIn.length > 0 && <> Taught in: {criterion.taughtIn.join(', ')}.</>}</div>
              </div>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </Sheet>
)
