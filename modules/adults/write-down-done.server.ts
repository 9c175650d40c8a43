import type { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { AdultStep, words } from './parts/fields.ts'
import { takeAdultStep } from './parts/take-adult-step.server.ts'

export const Done = AdultStep.extend({ words: words('Say what was done, by whom and when.') })

/** What was done about it: a talk with the adult, a change of who works with whom, somebody told. */
export async function writeDownDone(viewer: Viewer, input: z.input<typeof Done>): Promise<void> {
  const { id, adultConcernId, words } = Done.parse(input)
  await takeAdultStep(viewer, { id, adultConcernId, kind: 'acted' }, { words })
}
