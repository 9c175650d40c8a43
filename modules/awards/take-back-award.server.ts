import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { cohortFor } from '../cohorts/cohort-facts.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { awardNews } from './events.ts'
import { findAward } from './parts/find-award.server.ts'
import { may } from './policy.ts'

/** `id`: of the form it was written in, which its act names. */
export const TakeBackAward = z.object({ id: z.uuid().optional(), awardId: z.uuid(), reason: z.string().trim().min(1, 'Say why, in a sentence. They can read it.').max(2000, 'That is longer than fits.') })

const first = 'A colleague has taken it back already, with a reason of their own. What you wrote is still here.'

/** Who may award takes a certificate back, with a reason its holder reads. From then on the paper and the badge say so to whoever asks. */
export async function takeBackAward(viewer: Viewer, input: z.input<typeof TakeBackAward>): Promise<void> {
  const { id, awardId, reason } = TakeBackAward.parse(input)
  await changeOnce(viewer, async (tx) => {
    const { organisationId, personId, cohortId, takenBack } = await findAward(tx, awardId)
    const cohort = cohortId ? await cohortFor(tx, viewer, cohortId) : null
    authorize(may.awardCourse, viewer, { organisationId, personId, isTrainerOfIt: cohort?.isTrainerOfIt ?? false })
    if (takenBack?.byId === viewer.id) return
    if (takenBack) throw new Conflict(first)
    const seal = await sealNew(tx, { table: 'AwardTakenBack', id: awardId, organisationId })
    await tx.awardTakenBack.createMany({ data: [{ awardId, organisationId, personId, reason: seal('reason', reason), byId: viewer.id }] })
    await record(tx, viewer, 'award.taken-back', { organisationId, subjectId: personId, awardId, takingBackId: id })
    await tell(tx, `person:${personId}`, awardNews.takenBack, { awardId })
  }, { mine: (tx) => tx.awardTakenBack.findFirst({ where: { awardId, byId: viewer.id } }), otherwise: first })
}
