import { z } from 'zod'
import { record } from '../../audit/record.server.ts'
import { now } from '../../clock.ts'
import { sealNew } from '../../crypto/seal.server.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { tell } from '../../live/tell.server.ts'
import { qualityNews } from '../events.ts'

/** What an assessor is asked to do, and by which day. */
export const Asked = z.object({
  actionId: z.uuid(), asks: z.string().trim().min(1, 'Say what the assessor should do.').max(4000, 'That is longer than fits here.'),
  dueOn: z.iso.date('Give a day.').refine((day) => day >= now().toISOString().slice(0, 10), 'That day has passed.'),
})

type Of = { id: string; organisationId: string; registrationId: string; assessorId: string }

/** Makes an action for the assessor, and tells them. */
export async function askOf(tx: Tx, viewer: Viewer, sampled: Of, { actionId, asks, dueOn }: z.infer<typeof Asked>) {
  const { id: sampledId, organisationId, registrationId, assessorId: ownerId } = sampled
  const number = 1 + (await tx.qualityAction.count({ where: { sampledId } }))
  const seal = await sealNew(tx, { table: 'QualityAction', id: actionId, organisationId })
  await tx.qualityAction.createMany({ data: [{ id: actionId, organisationId, sampledId, registrationId, number, ownerId, dueOn: new Date(`${dueOn}T00:00Z`), words: seal('words', asks), byId: viewer.id }] })
  await record(tx, viewer, 'quality.action-asked', { organisationId, subjectId: ownerId, actionId, sampledId, dueOn, number })
  await tell(tx, `person:${ownerId}`, qualityNews.asked, { actionId })
}
