import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { isTaken } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const AddMentee = z.object({
  id: z.uuid().optional(),
  organisationId: z.uuid(),
  birdName: z.string().trim().min(2, 'Write the bird they chose.').max(40),
  ownName: z.string().trim().max(120).optional(),
})

/** A youth worker writes down a young person who will be mentored: by a bird's name, and for the setting's own adults by their own, sealed. */
export async function addMentee(viewer: Viewer, input: z.input<typeof AddMentee>): Promise<string> {
  const { id = newId(), organisationId, birdName, ownName } = AddMentee.parse(input)
  authorize(may.lookAfterPairs, viewer, organisationId)
  try {
    return await change(viewer, async (tx) => {
      const seal = await sealNew(tx, { table: 'Mentee', id, organisationId })
      await tx.mentee.createMany({ data: [{ id, organisationId, birdName, ownName: ownName ? seal('ownName', ownName) : null }] })
      await record(tx, viewer, 'mentoring.mentee-added', { organisationId, subjectId: id })
      return id
    })
  } catch (error) {
    if (isTaken(error)) return id
    throw error
  }
}
