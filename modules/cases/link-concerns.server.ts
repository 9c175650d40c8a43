import { z } from 'zod'
import { ConcernLinkKind } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { authorize } from '../policy.ts'
import { Step, words } from './parts/fields.ts'
import { caseAsViewer } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const LinkConcerns = Step.extend({ otherId: z.uuid('Say which concern.'), kind: z.enum(ConcernLinkKind, 'Say how they belong together.'), words: words('Say how you know.') })

/** Whoever keeps two concerns of a setting says that they belong together. Only readers of both see it, on either. */
export async function linkConcerns(viewer: Viewer, input: z.input<typeof LinkConcerns>): Promise<void> {
  const { id, concernId, otherId, kind, words } = LinkConcerns.parse(input)
  await changeOnce(viewer, async (tx) => {
    const [one, other] = [await caseAsViewer(tx, viewer, concernId), await caseAsViewer(tx, viewer, otherId)]
    authorize(may.keep, viewer, one.facts)
    authorize(may.keep, viewer, other.facts)
    const { organisationId } = one.concern
    if (concernId === otherId || other.concern.organisationId !== organisationId) throw new Conflict('It has to be another concern of the same setting.')
    const seal = await sealNew(tx, { table: 'ConcernLink', id, organisationId })
    await tx.concernLink.createMany({ data: [{ id, organisationId, concernId, otherId, kind, byId: viewer.id, words: new Uint8Array(seal('words', words)) }] })
    await record(tx, viewer, 'concern.linked', { organisationId, subjectId: concernId, linkId: id, otherId, linkKind: kind })
  }, { mine: (tx) => tx.concernLink.findFirst({ where: { id, byId: viewer.id }, select: { id: true } }), otherwise: 'They are linked already.' })
}
