import { z } from 'zod'
import { Role } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { after, days } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { hashOfToken, newToken } from '../identity/token.server.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const Invite = z.object({
  organisationId: z.uuid(),
  role: z.enum(Role),
  fullName: z.string().trim().min(2, 'Write their full name.').max(120),
  email: z.union([z.literal(''), z.email('Write the whole e-mail address, or leave it out.')]).optional(),
})

/** Invites somebody into an organisation as something: a link that works once, for a fortnight. Gives back its token, which is kept nowhere. */
export async function invite(viewer: Viewer, input: z.input<typeof Invite>): Promise<{ invitationId: string; token: string }> {
  const { organisationId, role, fullName, email } = Invite.parse(input)
  return change(viewer, async (tx) => {
    const place = await tx.organisation.findUnique({ where: { id: organisationId } })
    if (!place) throw new NotFound()
    authorize(may.giveRole, viewer, role, place, null)

    const token = newToken()
    const id = newId()
    await tx.invitation.createMany({ data: [{ id, organisationId, role, fullName, email: email || null, tokenHash: hashOfToken(token), invitedById: viewer.id, expiresAt: after(days(14)) }] })
    await record(tx, viewer, 'organisation.invited', { organisationId, subjectId: id, role })
    return { invitationId: id, token }
  })
}
