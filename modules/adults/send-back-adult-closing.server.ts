import type { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { AdultStep, words } from './parts/fields.ts'
import { takeAdultStep } from './parts/take-adult-step.server.ts'

export const SendBackAdult = AdultStep.extend({ words: words('Say what is still to be done.') })

/** Somebody who keeps it does not agree that it is closed, and says why: it is open again. */
export async function sendBackAdultClosing(viewer: Viewer, input: z.input<typeof SendBackAdult>): Promise<void> {
  const { id, adultConcernId, words } = SendBackAdult.parse(input)
  await takeAdultStep(viewer, { id, adultConcernId, kind: 'not-signed' }, { words })
}
