import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { newId } from '../db/new-id.ts'
import { isTaken } from '../db/once.server.ts'
import { Conflict } from '../errors.ts'
import { hashPassword } from './password-hash.server.ts'
import { claimInvitation } from './parts/claim-invitation.server.ts'
import { themself } from './parts/themself.ts'
import { Name, Password, refuseOwnName, Username } from './sign-in-fields.ts'

export const TakeUpInvitation = z.object({
  token: z.string().min(20).max(100),
  name: Name,
  username: Username,
  password: Password,
  bornOn: z.iso.date().optional(),
}).superRefine(({ password, name, username }, context) => refuseOwnName({ password, own: [name, username] }, context))

/** Somebody takes up their invitation: they are a person, with a way to sign in and the membership they were invited to. */
export async function takeUpInvitation(input: z.input<typeof TakeUpInvitation>): Promise<string> {
  const { token, name, username, password, bornOn } = TakeUpInvitation.parse(input)
  const hash = await hashPassword(password)
  try {
    return await atTheDoor('take up an invitation', async (tx) => {
      const personId = newId()
      const invitation = await claimInvitation(tx, token, personId)
      await tx.person.createMany({ data: [{ id: personId, name, fullName: invitation.fullName, bornOn: bornOn ? new Date(bornOn) : null }] })
      await tx.signInName.createMany({ data: [{ personId, username }] })
      await tx.password.createMany({ data: [{ personId, hash }] })
      if (invitation.email) await tx.contactAddress.createMany({ data: [{ personId, email: invitation.email }] })
      await tx.membership.createMany({ data: [{ organisationId: invitation.organisationId, personId, role: invitation.role, givenById: invitation.invitedById }] })
      await record(tx, themself(personId), 'identity.invitation-taken-up', { organisationId: invitation.organisationId, subjectId: personId, role: invitation.role })
      return personId
    })
  } catch (error) {
    if (isTaken(error)) throw new Conflict('Somebody has that username already. Choose another.')
    throw error
  }
}
