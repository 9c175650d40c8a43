import { z } from 'zod'
import { Role } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { after, days } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { hashOfToken } from '../identity/token.server.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { authorize } from '../policy.ts'
import { invitationLetter } from './invitation-letter.ts'
import { tokenOfInvitation } from './invitation-token.server.ts'
import { may } from './policy.ts'

export const Invite = z.object({
  /** Made by the page: pressed twice, there is one invitation. */
  invitationId: z.uuid().optional(),
  organisationId: z.uuid(),
  role: z.enum(Role, 'Choose what they will be.'),
  fullName: z.string().trim().min(2, 'Write their full name.').max(120),
  email: z.union([z.literal(''), z.email('Write the whole email address, or leave it out.')]).optional(),
})

/**
 * Invites somebody into an organisation as something: a link that works once, for a fortnight, and a letter where there is an address. Gives
 * back the link's token, which is kept nowhere.
 */
export async function invite(viewer: Viewer, input: z.input<typeof Invite>): Promise<{ invitationId: string; token: string }> {
  const { invitationId: id = newId(), organisationId, role, fullName, email } = Invite.parse(input)
  return change(viewer, async (tx) => {
    const place = await tx.organisation.findUnique({ where: { id: organisationId } })
    if (!place) throw new NotFound()
    authorize(may.giveRole, viewer, role, place, null)

    const token = tokenOfInvitation(id)
    await once(() => tx.invitation.createMany({ data: [{ id, organisationId, role, fullName, email: email || null, tokenHash: hashOfToken(token), invitedById: viewer.id, expiresAt: after(days(14)) }] }),
      'This invitation was made already. It is in the list of those still open.')
    await record(tx, viewer, 'organisation.invited', { organisationId, subjectId: id, role })
    if (email) await enqueue(tx, invitationLetter, { invitationId: id })
    return { invitationId: id, token }
  })
}
