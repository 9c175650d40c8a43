import type { ReactNode } from 'react'
import { landsHere, useAnswerFocus } from './use-answer-focus.ts'

/** What came of a press, where it is not a problem: read out, and brought into view. `answer` is what the action gave; without one it only stands there. */
export function Answered({ answer, children }: { answer: unknown; children: ReactNode }) {
  const at = useAnswerFocus<HTMLDivElement>(answer)
  return <div ref={at} role="status" {...landsHere(answer)}>{children}</div>
}
