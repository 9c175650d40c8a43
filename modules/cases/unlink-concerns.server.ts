import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { sealAgain } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { Step, words } from './parts/fields.ts'
import { caseAsViewer } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const UnlinkConcerns = Step.extend({ linkId: z.uuid(), words: words('Say why they do not belong together.') })

/** Two concerns do not belong together after all: the link is ended, with a reason, and stays on record. */
export async function unlinkConcerns(viewer: Viewer, input: z.input<typeof UnlinkConcerns>): Promise<void> {
  const { id, concernId, linkId, words } = UnlinkConcerns.parse(input)
  await change(viewer, async (tx) => {
    const link = await tx.concernLink.findFirst({ where: { id: linkId, OR: [{ concernId }, { otherId: concernId }] } })
    if (!link) throw new NotFound()
    for (const one of [link.concernId, link.otherId]) authorize(may.keep, viewer, (await caseAsViewer(tx, viewer, one)).facts)
    if (link.endedById === viewer.id) return
    const seal = await sealAgain(tx, 'ConcernLink', linkId)
    const { count } = await tx.concernLink.updateMany({ where: { id: linkId, endedAt: null }, data: { endedAt: now(), endedById: viewer.id, endedWhy: new Uint8Array(seal('endedWhy', words)) } })
    if (count === 0) throw new Conflict('A colleague has ended it already.')
    await record(tx, viewer, 'concern.unlinked', { organisationId: link.organisationId, subjectId: concernId, linkId, formId: id })
  })
}
