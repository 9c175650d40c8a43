import type { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { Marks } from '../safeguarding/marks.ts'
import { Step } from './parts/fields.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const MarkBody = Step.extend({ marks: Marks })

/** Somebody who reads a case writes down where on a body a mark was seen, and what it looked like. */
export async function markBody(viewer: Viewer, input: z.input<typeof MarkBody>): Promise<void> {
  const { id, concernId, marks } = MarkBody.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'marked' }, may.discuss, () => ({ facts: { marks: marks.length }, words: JSON.stringify(marks) }))
}
