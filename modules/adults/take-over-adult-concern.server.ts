import type { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { AdultStep, words } from './parts/fields.ts'
import { takeAdultStep } from './parts/take-adult-step.server.ts'
import { tellSharer } from './parts/tell-sharer.server.ts'
import { may } from './policy.ts'

export const TakeOver = AdultStep.extend({ words: words('Say why: they are away, or have left.') })

/** Another of those who keep it looks after it from here, because whoever had it is away or has left. */
export async function takeOverAdultConcern(viewer: Viewer, input: z.input<typeof TakeOver>): Promise<void> {
  const { id, adultConcernId, words } = TakeOver.parse(input)
  await takeAdultStep(viewer, { id, adultConcernId, kind: 'took-over' }, { words }, { rule: may.takeOver, then: (tx) => tellSharer(tx, adultConcernId) })
}
