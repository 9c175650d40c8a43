import { Link, useNavigate, useSearchParams } from '@remix-run/react'
import { ArrowRight, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { walk, type Scenario } from '#modules/curriculum/walk.ts'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Blocks, Line } from './blocks.tsx'
import { Choices } from './choices.tsx'
import { Feedback } from './feedback.tsx'
import { Onward } from './onward.tsx'
import { SoFar } from './so-far.tsx'
import { useUnit } from './unit-context.ts'
import './scenario.css'

/**
 * A conversation that goes on as one chooses. Which moment of it is shown is in the address (`step`), so Back works and it needs no
 * script; the way that was chosen is the answer, and is kept. `again` shows a moment as if nothing had been chosen yet.
 */
export function ScenarioCard({ card }: { card: Scenario }) {
  const { keeping } = useUnit()
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const [isFresh, setFresh] = useState(false)
  const chosen = keeping.isKept ? keeping.answers[card.id]?.chosen ?? [] : (search.get('way') ?? '').split('.').filter(Boolean)
  // A way through an earlier wording of the scenario may no longer be one: then it begins at its beginning.
  const way = walk(card, chosen) ?? walk(card, [])!
  const made = way.length - 1
  const asked = Number.parseInt(search.get('step') ?? '', 10)
  const at = Math.min(Number.isNaN(asked) ? Math.max(0, made - 1) : Math.max(0, asked), made)
  const { step, choice } = way[at]!
  const picked = search.has('again') ? null : choice
  const before = chosen.slice(0, at)
  const here = (index: number, again = false) => `?card=${card.id}&step=${index}${again ? '&again=1' : ''}${keeping.isKept ? '' : `&way=${chosen.join('.')}`}`

  return (
    <>
      {at === 0 && <Blocks blocks={card.blocks} />}
      <SoFar way={way.slice(0, at)} />
      <div className="moment" key={step.id}>
        {step.end && <p className="ending"><span className="small soft">How it ended</span><b>{step.end}</b></p>}
        <Blocks blocks={step.blocks} />
      </div>
      {step.ask && <Choices ask={step.ask} cardId={card.id} before={before} options={step.choices} chosen={picked?.id ?? null} onChosen={() => { setFresh(true); navigate(here(at), { replace: true, preventScrollReset: true }) }} />}
      <Feedback blocks={picked?.feedback ?? null} isFresh={isFresh} />
      {picked && (
        <Bar>
          <ButtonLink to={here(at + 1)}>See what happens <ArrowRight aria-hidden="true" /></ButtonLink>
          <ButtonLink kind="plain" to={here(at, true)}>Try another way</ButtonLink>
        </Bar>
      )}
      {step.end && (
        <>
          <Onward from={card.id} />
          <nav className="another-way" aria-labelledby="another-way">
            <h2 className="label" id="another-way">Try another way</h2>
            <p className="soft small">Nothing is lost. Go back to a moment and choose again.</p>
            <ul>{way.slice(0, at).map(({ step: past, choice: was }, index) => <li key={past.id}><Link to={here(index, true)}><RotateCcw aria-hidden="true" /><span><span className="small soft">Choice {index + 1}: {past.ask} You chose</span><span>{was && <Line runs={was.label} />}</span></span></Link></li>)}</ul>
          </nav>
        </>
      )}
      {!picked && !step.end && <Bar>{at > 0 && <Link className="quiet-link" to={here(at - 1)}>Back one moment</Link>}<Onward from={card.id} kind="plain" label="Leave it for now" isAlone={at > 0} /></Bar>}
    </>
  )
}
