import { asSystem } from '../db/as-system.server.ts'
import { defineJob } from '../jobs/job.ts'
import { post } from '../mail/post.server.ts'
import { settings } from '../settings.server.ts'
import { helpLetter } from './help-letter.ts'

/** Tells a safeguarding lead that somebody who works in their setting is being let back in. Who, and by whom, is behind the sign-in. */
export const postHelpLetter = defineJob({
  ...helpLetter,
  work: async ({ helpId, personId }) => {
    const { help, place, to } = await asSystem('tell a lead that a colleague is let back in', async (tx) => {
      const help = await tx.helpBackIn.findUnique({ where: { id: helpId }, select: { personId: true, organisationId: true } })
      return {
        help, to: await tx.contactAddress.findUnique({ where: { personId }, select: { email: true } }),
        place: help && await tx.organisation.findUnique({ where: { id: help.organisationId }, select: { name: true } }),
      }
    })
    if (!help || !to || !place) return
    await post({
      to: to.email, subject: 'A colleague is being let back in to Belay',
      text: `Hello,\n\nsomebody who works at ${place.name} had lost every way to sign in. They were given a code that works for an hour. Who it is, and who gave the code, is here:\n${settings().baseUrl}/people/${help.personId}/help-back-in\n\nIf that should not have happened, take the code back there, or call them.\n`,
    })
  },
})
