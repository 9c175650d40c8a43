import type { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { Step, words } from './parts/fields.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const ReopenConcern = Step.extend({ words: words('Say why it is opened again.') })

/** Whoever keeps a case opens it again after it was closed, and looks after it from then on. */
export async function reopenConcern(viewer: Viewer, input: z.input<typeof ReopenConcern>): Promise<void> {
  const { id, concernId, words } = ReopenConcern.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'reopened' }, may.keep, () => ({ words }))
}
