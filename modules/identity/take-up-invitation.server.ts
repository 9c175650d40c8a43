import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { newId } from '../db/new-id.ts'
import { isTaken } from '../db/once.server.ts'
import { Conflict, NotFound } from '../errors.ts'
import { hashPassword } from './password-hash.server.ts'
import { Password, Username } from './sign-in-fields.ts'
import { hashOfToken } from './token.server.ts'

export const TakeUpInvitation = z.object({
  token: z.string().min(20).max(100),
  name: z.string().trim().min(1, 'Write the name you go by.').max(60),
  username: Username,
  password: Password,
  bornOn: z.iso.date().optional(),
})

/** Somebody takes up their invitation: they are a person, with a way to sign in and the membership they were invited to. */
export async function takeUpInvitation(input: z.input<typeof TakeUpInvitation>): Promise<string> {
  const { token, name, username, password, bornOn } = TakeUpInvitation.parse(input)
  const hash = await hashPassword(password)
  try {
    return await atTheDoor('take up an invitation', async (tx) => {
      const personId = newId()
      // The update is the claim: of two who press at once, one finds it taken.
      const invitation = await tx.invitation.findUnique({ where: { tokenHash: hashOfToken(token) } })
      if (!invitation) throw new NotFound('This invitation does not work. Ask whoever sent it for a new one.')
      const claimed = await tx.invitation.updateMany({ where: { id: invitation.id, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: now() } }, data: { acceptedAt: now(), acceptedById: personId } })
      if (claimed.count === 0) throw new Conflict('This invitation has been used, or its time is over. Ask whoever sent it for a new one.')

      await tx.person.createMany({ data: [{ id: personId, name, fullName: invitation.fullName, bornOn: bornOn ? new Date(bornOn) : null }] })
      await tx.signInName.createMany({ data: [{ personId, username }] })
      await tx.password.createMany({ data: [{ personId, hash }] })
      await tx.membership.createMany({ data: [{ organisationId: invitation.organisationId, personId, role: invitation.role, givenById: invitation.invitedById }] })
      await record(tx, { id: personId, name, memberships: [] }, 'identity.invitation-taken-up', { organisationId: invitation.organisationId, subjectId: personId, role: invitation.role })
      return personId
    })
  } catch (error) {
    if (isTaken(error)) throw new Conflict('Somebody has that username already. Choose another.')
    throw error
  }
}
