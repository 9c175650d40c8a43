import type { GuideSeen } from '#modules/learning/find-guide.server.ts'
import { Blocks, Line } from './blocks.tsx'

type Told = Pick<GuideSeen['steps'][number], 'note' | 'blocks' | 'say' | 'lookFor' | 'notes' | 'answers'>

/** What a facilitator is told about a step: how it goes, words to use, what to look for, what to know, the answers. */
export function HowItGoes({ step }: { step: Told }) {
  return (
    <>
      {step.note && <p className="guide-note">{step.note}</p>}
      <Blocks blocks={step.blocks} />
      {step.say.length > 0 && <div className="guide-say"><h3>You could say</h3><Blocks blocks={step.say} /></div>}
      {step.lookFor.length > 0 && <><h3>What to look for</h3><ul className="guide-list">{step.lookFor.map((runs, at) => <li key={at}><Line runs={runs} /></li>)}</ul></>}
      {step.notes.length > 0 && <div><h3>For you</h3><Blocks blocks={step.notes} /></div>}
      {step.answers.length > 0 && <div className="guide-answers"><h3>Answers</h3><Blocks blocks={step.answers} /></div>}
    </>
  )
}
