import type { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { perhaps, Step } from './parts/fields.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const SignClosing = Step.extend({ words: perhaps })

/** A second adult agrees that a case which was high or an emergency is closed. Never whoever closed it. */
export async function signClosing(viewer: Viewer, input: z.input<typeof SignClosing>): Promise<void> {
  const { id, concernId, words } = SignClosing.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'signed' }, may.sign, () => (words ? { words } : {}))
}
