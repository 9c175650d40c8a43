import { CircleAlert } from 'lucide-react'
import { useId, useState, type FormEvent } from 'react'
import { Choice } from '#app/ui/choice.tsx'
import './criteria-choice.css'

export type UnitToChoose = { ref: string; title: string; criteria: { id: string; number: string; says: string; isSuggested?: boolean }[] }
type Props = { legend: string; hint?: string; problem?: string; suggested?: string; units: readonly UnitToChoose[]; chosen: readonly string[] }

/** Which criteria: those that suggest themselves first, the others folded by unit, so that a phone shows six lines and not thirty boxes. */
export function CriteriaChoice({ legend, hint, problem, suggested = '', units, chosen }: Props) {
  const id = useId()
  const described = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ')
  const first = units.flatMap((unit) => unit.criteria.filter(({ isSuggested }) => isSuggested).map((one) => ({ ...one, says: `${unit.ref} ${one.number}: ${one.says}` })))
  const folded = units.map((unit) => ({ ...unit, criteria: unit.criteria.filter(({ isSuggested }) => !isSuggested) })).filter(({ criteria }) => criteria.length > 0)
  return (
    <fieldset className="choices" aria-describedby={described || undefined}>
      <legend className="label">{legend}</legend>
      {hint && <div id={`${id}-hint`} className="soft small">{hint}</div>}
      {problem && <div id={`${id}-problem`} className="field-problem"><CircleAlert aria-hidden="true" />{problem}</div>}
      {first.length > 0 && <div className="choices-list">{first.map((one) => <Choice key={one.id} type="checkbox" name="criterionIds" value={one.id} label={one.says} hint={suggested} defaultChecked={chosen.includes(one.id)} />)}</div>}
      <div className="choice-folds">
        {folded.map((unit, at) => <Fold key={unit.ref} unit={unit} chosen={chosen} isOpen={at === 0 && first.length === 0 && chosen.length === 0} />)}
      </div>
    </fieldset>
  )
}

/** The criteria of one unit. Its line says how many of them are ticked, so that what is folded away is not forgotten. */
function Fold({ unit: { ref, title, criteria }, chosen, isOpen }: { unit: UnitToChoose; chosen: readonly string[]; isOpen: boolean }) {
  const [ticked, setTicked] = useState(() => criteria.filter(({ id }) => chosen.includes(id)).length)
  const [startsOpen] = useState(isOpen || ticked > 0)
  const count = ({ currentTarget }: FormEvent<HTMLDetailsElement>) => setTicked(currentTarget.querySelectorAll('input:checked').length)
  return (
    <details className="choice-fold" open={startsOpen} onChange={count}>
      <summary><span>{ref}: {title} <span className="choice-count" data-ticked={ticked > 0 || undefined}>{ticked > 0 ? `${ticked} of ${criteria.length} ticked` : `(${criteria.length})`}</span></span></summary>
      <div className="choices-list">{criteria.map((one) => <Choice key={one.id} type="checkbox" name="criterionIds" value={one.id} label={<><span className="choice-number">{one.number}</span> {one.says}</>} defaultChecked={chosen.includes(one.id)} />)}</div>
    </details>
  )
}
