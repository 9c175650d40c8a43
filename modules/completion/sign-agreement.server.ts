import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { agreement } from './agreement.ts'
import { may } from './policy.ts'

export const SignAgreement = z.object({ organisationId: z.uuid(), version: z.coerce.number().int(), agreed: z.literal('yes', 'Tick the box if you agree. If you do not, talk to your youth worker first.') })

/** A mentor signs the mentor agreement of their setting, in the wording they were shown. Signing twice is signing once. */
export async function signAgreement(viewer: Viewer, input: Omit<z.input<typeof SignAgreement>, 'agreed'> & { agreed?: string }): Promise<void> {
  const { organisationId, version } = SignAgreement.parse(input)
  authorize(may.sign, viewer, organisationId)
  if (version !== agreement.version) throw new Conflict('The agreement has new words since you opened this page. Read it again, then sign.')
  await change(viewer, async (tx) => {
    const { count } = await tx.mentorAgreement.createMany({ data: [{ personId: viewer.id, organisationId, version }], skipDuplicates: true })
    if (count === 0) return
    await record(tx, viewer, 'completion.agreement-signed', { organisationId, subjectId: viewer.id, version })
    await tell(tx, `person:${viewer.id}`, 'completion:changed', { organisationId })
  })
}
