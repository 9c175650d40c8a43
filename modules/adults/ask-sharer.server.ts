import type { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { AdultStep, words } from './parts/fields.ts'
import { takeAdultStep } from './parts/take-adult-step.server.ts'
import { may } from './policy.ts'

export const AskSharer = AdultStep.extend({ words: words('Say why it cannot go on without the name.') })

/** Somebody who keeps it asks who shared it, though they wanted their name kept apart. With a reason, on record; the name is shown to whoever asked. */
export async function askSharer(viewer: Viewer, input: z.input<typeof AskSharer>): Promise<void> {
  const { id, adultConcernId, words } = AskSharer.parse(input)
  await takeAdultStep(viewer, { id, adultConcernId, kind: 'asked-sharer' }, { words }, { rule: may.askSharer })
}
