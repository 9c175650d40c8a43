import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import { newId } from '../db/new-id.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { digestsOfName, partsOfName } from './name-digests.server.ts'
import { may } from './policy.ts'

export const AddMentee = z.object({
  id: z.uuid().optional(),
  organisationId: z.uuid(),
  birdName: z.string().transform((text) => text.replaceAll(/\s+/g, ' ').trim()).pipe(z.string().min(2, 'Write the bird they chose.').max(40)),
  ownName: z.string().trim().max(120).optional(),
})

/**
 * A youth worker writes down a young person who will be mentored: by a bird's name, and for the setting's own adults by their own, sealed. Each bird
 * is one of a kind in its setting, or nobody could say who is meant.
 */
export async function addMentee(viewer: Viewer, input: z.input<typeof AddMentee>): Promise<string> {
  const { id = newId(), organisationId, birdName, ownName } = AddMentee.parse(input)
  authorize(may.lookAfterPairs, viewer, organisationId)
  const mine = (tx: Tx) => tx.mentee.findFirst({ where: { id, organisationId }, select: { id: true } })
  await changeOnce(viewer, async (tx) => {
    if (await mine(tx)) return
    const seal = await sealNew(tx, { table: 'Mentee', id, organisationId })
    await record(tx, viewer, 'mentoring.mentee-added', { organisationId, subjectId: id })
    await tx.mentee.createMany({ data: [{ id, organisationId, birdName, ownName: ownName ? seal('ownName', ownName) : null, ownNameDigests: ownName ? digestsOfName(organisationId, partsOfName(ownName)) : [] }] })
  }, { mine, otherwise: `Somebody here is called ${birdName} already. Let them choose another bird.` })
  return id
}
