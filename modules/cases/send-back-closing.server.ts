import type { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { Step, words } from './parts/fields.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const SendBackClosing = Step.extend({ words: words('Say what is missing before it can be closed.') })

/** A second adult does not agree that a case is closed, or whoever closed it learns more: with what is missing, it is worked on again. */
export async function sendBackClosing(viewer: Viewer, input: z.input<typeof SendBackClosing>): Promise<void> {
  const { id, concernId, words } = SendBackClosing.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'not-signed' }, may.keep, () => ({ words }))
}
