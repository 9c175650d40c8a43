import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { after, days } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { once } from '../db/once.server.ts'
import { may } from './policy.ts'
import { hashOfCode, newCode } from './token.server.ts'

export const MakeJoinCode = z.object({
  /** The id the row will have, made by the page: pressed twice, there is one code. */
  joinCodeId: z.uuid(),
  organisationId: z.uuid(),
  cohortId: z.uuid().optional(),
  places: z.coerce.number().int().min(1, 'At least one person needs to join.').max(200, 'At most 200 with one code.'),
  days: z.coerce.number().int().min(1).max(28).default(7),
})

/**
 * Somebody who runs a course makes a code to read out, with which pupils who have no e-mail make their sign-in and land in the cohort.
 * The code is given back once and kept nowhere.
 */
export async function makeJoinCode(viewer: Viewer, input: z.input<typeof MakeJoinCode>): Promise<{ joinCodeId: string; code: string; expiresAt: Date }> {
  const { joinCodeId, organisationId, cohortId, places, days: lasts } = MakeJoinCode.parse(input)
  const code = newCode(8)
  const expiresAt = after(days(lasts))
  return change(viewer, async (tx) => {
    authorize(may.makeJoinCode, viewer, organisationId)
    await record(tx, viewer, 'identity.join-code-made', { organisationId, subjectId: joinCodeId, places })
    await once(() => tx.joinCode.createMany({ data: [{ id: joinCodeId, organisationId, cohortId, codeHash: hashOfCode(code), places, madeById: viewer.id, expiresAt }] }),
      'That code was made already, and is shown only once. Make another if you did not write it down.')
    return { joinCodeId, code, expiresAt }
  })
}
