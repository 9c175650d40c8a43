import { record } from '../audit/record.server.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { newId } from '../db/new-id.ts'
import { Conflict } from '../errors.ts'
import { claimInvitation } from './parts/claim-invitation.server.ts'
import { themself } from './parts/themself.ts'

type Take = { invitation: string; provider: { id: string; organisationId: string }; subject: string }

/** Somebody takes up their invitation with their school's own sign-in: they are a person, known by it. Only at the setting that invited them. */
export const takeUpBySchool = ({ invitation: token, provider, subject }: Take): Promise<string> => atTheDoor('take up an invitation', async (tx) => {
  const personId = newId()
  const { fullName, organisationId, role, invitedById } = await claimInvitation(tx, token, personId)
  if (organisationId !== provider.organisationId) throw new Conflict('This invitation is from another place. Take it up with a name and a password.')
  await tx.person.createMany({ data: [{ id: personId, name: fullName.split(' ')[0]!, fullName }] })
  await tx.externalIdentity.createMany({ data: [{ providerId: provider.id, subject, personId }] })
  await tx.membership.createMany({ data: [{ organisationId, personId, role, givenById: invitedById }] })
  await record(tx, themself(personId), 'identity.invitation-taken-up', { organisationId, subjectId: personId, role })
  return personId
})
