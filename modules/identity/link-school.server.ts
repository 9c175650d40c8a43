import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { requireProof } from './recent-proof.server.ts'

export const LinkSchool = z.object({ providerId: z.uuid(), subject: z.string().min(1).max(300) })

/** Somebody links their own account at their school, after coming back from its sign-in. One account there is one person here. */
export async function linkSchool(viewer: Viewer, input: z.input<typeof LinkSchool>): Promise<void> {
  const { providerId, subject } = LinkSchool.parse(input)
  await once(() => atTheDoor('change a sign-in method', async (tx) => {
    await requireProof(tx, viewer)
    const known = await tx.externalIdentity.findUnique({ where: { providerId_subject: { providerId, subject } } })
    if (known?.personId === viewer.id) return
    await record(tx, viewer, 'identity.school-linked', { subjectId: viewer.id, providerId })
    await tx.externalIdentity.createMany({ data: [{ providerId, subject, personId: viewer.id }] })
  }), 'That school account belongs to somebody else here already. Ask your coordinator.')
}
