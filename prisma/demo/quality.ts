import { newId } from '#modules/db/new-id.ts'
import { signOffLearner } from '#modules/quality/sign-off-learner.server.ts'
import type { Cast } from './people.ts'

/** A learner who is met in everything is signed off by the quality assurer. */
export async function fillQuality({ people }: Cast, { registrations }: { registrations: Record<string, string> }) {
  await signOffLearner(people.owen!, { id: newId(), registrationId: registrations.kofi! })
}
