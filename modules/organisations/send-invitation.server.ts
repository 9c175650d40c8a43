import { now } from '../clock.ts'
import { asSystem } from '../db/as-system.server.ts'
import { defineJob } from '../jobs/job.ts'
import { post } from '../mail/post.server.ts'
import { hashOfToken } from '../identity/token.server.ts'
import { settings } from '../settings.server.ts'
import { invitationLetter } from './invitation-letter.ts'
import { tokenOfInvitation } from './invitation-token.server.ts'

/** Writes the letter of an invitation that is still open. It names the organisation and neither the person nor their role. */
export const sendInvitation = defineJob({
  ...invitationLetter,
  work: async ({ invitationId }) => {
    const token = tokenOfInvitation(invitationId)
    const invitation = await asSystem('write the letter of an invitation', (tx) => tx.invitation.findFirst({
      where: { id: invitationId, tokenHash: hashOfToken(token), acceptedAt: null, withdrawnAt: null, expiresAt: { gt: now() } },
      select: { email: true, organisation: { select: { name: true, phone: true } } },
    }))
    if (!invitation?.email) return
    const { name, phone } = invitation.organisation
    await post({
      to: invitation.email, subject: `${name} invites you to Belay`,
      text: `Hello,\n\n${name} uses Belay for peer mentoring and has a place for you there.\n\nOpen this link to choose how you sign in. It works once, for two weeks:\n${settings().baseUrl}/invitation/${token}\n\nIf you did not expect this letter, leave it: nothing happens.${phone ? ` You can call ${name} on ${phone}.` : ''}`,
    })
  },
})
