import type { CriterionSeen } from './matrix-of.tsx'
import { Standing } from './standing.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

/** What an assessor answered with "not yet": it is what a learner does next, so it stands before the whole. */
export function ToShowAgain({ units }: { units: { ref: string; criteria: CriterionSeen[] }[] }) {
  const again = units.flatMap(({ ref, criteria }) => criteria.filter(({ standing }) => standing === 'not_yet' || standing === 'insufficient').map((criterion) => ({ ref, ...criterion })))
  if (again.length === 0) return null
  return (
    <Sheet aria-labelledby="again"><h2 id="again">What comes next</h2>
      <ul className="criteria">
        {again.slice(0, 3).map(({ id, ref, number, says, standing, decisions: [newest] }) => (
          <li key={id} className="piece">
            <div><Standing of={standing} /></div>
            <b>{ref} {number}: {says}</b>
            {newest?.feedback && <p><b>{newest.byName}</b> wrote: “{newest.feedback}”</p>}
            <a className="pressable" href={`#criterion-${id}`}>Everything about it<span className="visually-hidden">: {ref} {number}</span></a>
          </li>
        ))}
      </ul>
      {again.length > 3 && <p className="soft small">And {again.length - 3} more, below.</p>}
    </Sheet>
  )
}
