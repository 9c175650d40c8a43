import type { Walk } from '#modules/curriculum/walk.ts'
import { Blocks, Line } from './blocks.tsx'

/** What has been said and done on the way here, folded away. */
export function SoFar({ way }: { way: Walk }) {
  if (way.length === 0) return null
  return (
    <details className="so-far">
      <summary>What happened so far</summary>
      <div className="so-far-inside">
        {way.map(({ step, choice }) => (
          <div key={step.id} className="so-far-moment">
            <Blocks blocks={step.blocks} />
            {choice && <p className="so-far-choice"><b className="small">You chose</b><Line runs={choice.label} /></p>}
          </div>
        ))}
      </div>
    </details>
  )
}
