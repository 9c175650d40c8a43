import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { AdultStep, words } from './parts/fields.ts'
import { takeAdultStep } from './parts/take-adult-step.server.ts'
import { tellAdultRung } from './tell-adult-rung.server.ts'

export const BringInToAdult = AdultStep.extend({ personId: z.uuid('Choose who.'), words: words('Say why they need to know.') })

/** A lead, a deputy, a head or the delivery site needs to know it too, for a second pair of eyes or a second signature: they read it from then on. */
export async function bringInToAdultConcern(viewer: Viewer, input: z.input<typeof BringInToAdult>): Promise<void> {
  const { id, adultConcernId, personId, words } = BringInToAdult.parse(input)
  await takeAdultStep(viewer, { id, adultConcernId, kind: 'brought-in' }, { facts: { personId }, words }, { then: (tx, _readers, organisationId) => tellAdultRung(tx, { id: adultConcernId, organisationId }, 'first', [personId], 'concern:raised') })
}
