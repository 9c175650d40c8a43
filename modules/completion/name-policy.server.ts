import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { isTaken } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const NamePolicy = z.object({
  /** Made by the page, so that a resend is the same one. */
  id: z.uuid(),
  organisationId: z.uuid(),
  title: z.string().trim().min(3, 'Write what it is called.').max(120),
  datedOn: z.iso.date('Write the date that stands on it.'),
  address: z.union([z.literal(''), z.url({ protocol: /^https$/, error: 'Write the whole address. It begins with https://' }).max(500)]).default(''),
})

/** A coordinator names the safeguarding policy that binds in their setting. The newest counts: whoever read the one before is asked to read this one. */
export async function namePolicy(viewer: Viewer, input: z.input<typeof NamePolicy>): Promise<string> {
  const { id, organisationId, title, datedOn, address } = NamePolicy.parse(input)
  try {
    return await change(viewer, async (tx) => {
      if (!(await tx.organisation.findUnique({ where: { id: organisationId }, select: { id: true } }))) throw new NotFound()
      authorize(may.namePolicy, viewer, organisationId)
      if (new Date(datedOn) > now()) throw new Conflict('That date is still to come. Name the policy that counts today.')
      await tx.settingPolicy.createMany({ data: [{ id, organisationId, title, datedOn: new Date(datedOn), address: address || null, namedById: viewer.id }] })
      await record(tx, viewer, 'completion.policy-named', { organisationId, subjectId: id })
      return id
    })
  } catch (error) {
    if (isTaken(error)) return id
    throw error
  }
}
