import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { sealAgain } from '../crypto/seal.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const StrikeCheck = z.object({ id: z.uuid(), checkId: z.uuid(), why: z.string().trim().min(3, 'Say what was wrong.').max(2000, 'That is longer than fits here.') })

/** Whoever keeps the register strikes through a check that was written down wrongly. It stays to be read and counts for nothing. */
export async function strikeCheck(viewer: Viewer, input: z.input<typeof StrikeCheck>): Promise<{ organisationId: string; personId: string }> {
  const { id, checkId, why } = StrikeCheck.parse(input)
  let of = { organisationId: '', personId: '' }
  await changeOnce(viewer, async (tx) => {
    const check = await tx.vettingCheck.findUnique({ where: { id: checkId }, select: { organisationId: true, personId: true, kind: true } })
    if (!check) throw new NotFound()
    of = check
    authorize(may.write, viewer, check)
    const { organisationId, personId, kind } = check
    await tx.vettingCheckStruck.createMany({ data: [{ checkId, organisationId, byId: viewer.id, struckWhy: (await sealAgain(tx, 'VettingCheck', checkId))('struckWhy', why) }] })
    await record(tx, viewer, 'vetting.check-struck', { organisationId, subjectId: personId, checkId, kind, strikingId: id })
  }, { mine: (tx) => tx.vettingCheckStruck.findFirst({ where: { checkId, byId: viewer.id } }), otherwise: 'A colleague has struck this through already. What you wrote is still here.' })
  return of
}
