import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { underWay } from '../clock.ts'
import { askForPlace } from '../cohorts/ask-for-place.server.ts'
import { cohortFor } from '../cohorts/cohort-facts.server.ts'
import { change } from '../db/change.server.ts'
import { isTaken } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const SendToTraining = z.object({ cohortId: z.uuid(), personId: z.uuid('Choose somebody.'), settingId: z.uuid() })

/** A setting's coordinator sends one of its trainee trainers to the delivery site's Train-the-Trainer: placed, or waiting their turn. */
export async function sendToTraining(viewer: Viewer, input: z.input<typeof SendToTraining>): Promise<'placed' | 'waiting'> {
  const { cohortId, personId, settingId } = SendToTraining.parse(input)
  const send = () => change(viewer, async (tx) => {
    const cohort = await cohortFor(tx, viewer, cohortId)
    if (cohort.kind !== 'trainers') throw new NotFound()
    authorize(may.send, viewer, settingId)
    const isOurs = await tx.membership.findFirst({ where: { personId, organisationId: settingId, role: 'trainee_trainer', ...underWay() } })
    if (!isOurs) throw new Conflict('That person is not a trainee trainer here. Give them the role first, on their own page.')
    const outcome = await askForPlace(tx, viewer, cohort, { personId, fromOrganisationId: settingId })
    await record(tx, viewer, 'trainers.sent', { organisationId: settingId, subjectId: personId, cohortId, outcome })
    return outcome
  })
  try {
    return await send()
  } catch (error) {
    if (isTaken(error)) return send()
    throw error
  }
}
