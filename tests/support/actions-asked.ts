import { everyCriterionMet } from '#prisma/demo/every-criterion-met.ts'
import { after, days } from '#modules/clock.ts'
import { newId } from '#modules/db/new-id.ts'
import { drawPlan } from '#modules/quality/draw-plan.server.ts'
import { judgeSampled } from '#modules/quality/judge-sampled.server.ts'
import { toLookAt } from '#modules/quality/to-look-at.server.ts'
import type { theCast } from './cast.ts'
import { registeredLearners } from './registered-learners.ts'

/** Owen asks Noor for seven actions about Amara's criteria, two of them for the same day. */
export async function actionsAsked(cast: Awaited<ReturnType<typeof theCast>>) {
  const { noor, owen } = cast.people as Record<'noor' | 'owen', (typeof cast.people)[string]>
  const { specificationId, registered } = await registeredLearners(cast, ['amara'])
  await everyCriterionMet({ learner: cast.people.amara!, assessor: noor, registrationId: registered.amara! })
  await drawPlan(owen, { id: newId(), organisationId: cast.riverside, specificationId, stage: 'interim', size: 7 })
  const drawn = (await toLookAt(owen)).waiting
  const due = drawn.map((one, at) => ({ sampledId: one.id, actionId: newId(), dueOn: after(days(20 - at - (at === 3 ? 1 : 0))).toISOString().slice(0, 10) }))
  for (const one of due) await judgeSampled(owen, { id: newId(), agrees: false, words: 'It says what, and not how.', asks: 'Look again.', ...one })
  return due
}
