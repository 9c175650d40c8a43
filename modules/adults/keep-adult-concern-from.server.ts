import { z } from 'zod'
import { dropSockets } from '../live/tell.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { AdultStep, words } from './parts/fields.ts'
import { takeAdultStep } from './parts/take-adult-step.server.ts'
import { tellAdultRung, tellAdultsAbove } from './tell-adult-rung.server.ts'

export const KeepFrom = AdultStep.extend({ personId: z.uuid('Choose who.'), isAbout: z.union([z.literal('yes'), z.literal('')]).optional(), words: words('Say why.') })

/** It turns out to be about somebody here, or they are close to it: from now on they see nothing of it, and where they kept it, it goes round them: who keeps it now is told; what they held or closed begins anew. */
export async function keepAdultConcernFrom(viewer: Viewer, input: z.input<typeof KeepFrom>): Promise<void> {
  const { id, adultConcernId, personId, isAbout, words } = KeepFrom.parse(input)
  await takeAdultStep(viewer, { id, adultConcernId, kind: 'kept-from' }, { facts: { personId, ...(isAbout === 'yes' ? { aboutId: personId } : {}) }, words }, {
    then: async (tx, readers, organisationId) => {
      // An open page that is let go would tell somebody who never read it that there is something.
      if (readers.includes(personId)) await dropSockets(tx, personId)
      const [row] = await tx.$queryRaw<{ told: string[] }[]>`SELECT app.told_by_adult_line(${id}::uuid)::text[] AS told`
      await tellAdultRung(tx, { id: adultConcernId, organisationId }, 'first', row!.told, 'concern:raised')
      await tellAdultsAbove(tx, { id: adultConcernId, organisationId })
    },
  })
}
