import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { after, minutes, now, underWay } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { authorize } from '../policy.ts'
import { helpLetter } from './help-letter.ts'
import { helpLasts, mayHelpBackIn, needsTwo } from './helping-back-in.ts'
import { endSessionsOfHelped } from './parts/end-sessions-of-helped.server.ts'
import { whatTheyAre } from './parts/what-they-are.server.ts'
import { hashOfCode, newHalf } from './token.server.ts'

export const HelpBackIn = z.object({
  /** Made by the page: pressed twice, there is one code. */
  helpId: z.uuid(),
  organisationId: z.uuid(),
  personId: z.uuid(),
})

/**
 * An adult of the setting lets somebody back in who has lost every way to sign in. Gives back the code, shown this once: whole for a
 * colleague, whose safeguarding leads are told; half for a mentor, and a second adult gets the other half.
 */
export async function helpBackIn(viewer: Viewer, input: z.input<typeof HelpBackIn>): Promise<{ code: string; isHalf: boolean; expiresAt: Date }> {
  const { helpId, organisationId, personId } = HelpBackIn.parse(input)
  const [first, second] = [newHalf(), newHalf()]
  const expiresAt = after(minutes(helpLasts))
  return change(viewer, async (tx) => {
    const them = await whatTheyAre(tx, personId, organisationId)
    if (them.roles.length === 0) throw new NotFound()
    authorize(mayHelpBackIn, viewer, them)

    const isHalf = needsTwo(them.roles)
    await tx.helpBackIn.updateMany({ where: { organisationId, personId, usedAt: null, takenBackAt: null, expiresAt: { lte: now() } }, data: { takenBackAt: now() } })
    await once(() => tx.helpBackIn.createMany({ data: [{ id: helpId, organisationId, personId, givenById: viewer.id, needsTwo: isHalf, firstHash: hashOfCode(first), secondHash: isHalf ? null : hashOfCode(second), expiresAt }] }),
      'Somebody is helping them already. A code is shown only once: take that one back, and begin again.')
    await record(tx, viewer, 'identity.help-back-in-begun', { organisationId, subjectId: personId, helpId, needsTwo: isHalf })
    if (!isHalf) {
      await endSessionsOfHelped(tx, helpId)
      for (const leadId of await leadsOf(organisationId)) if (leadId !== viewer.id) await enqueue(tx, helpLetter, { helpId, personId: leadId })
    }
    return { code: isHalf ? first : `${first}-${second}`, isHalf, expiresAt }

    async function leadsOf(where: string): Promise<string[]> {
      const leads = await tx.membership.findMany({ where: { organisationId: where, role: { in: ['safeguarding_lead', 'deputy_lead'] }, ...underWay() }, select: { personId: true } })
      return [...new Set(leads.map((lead) => lead.personId))]
    }
  })
}
