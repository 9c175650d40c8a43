import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { after, days, now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { hashOfCode, newCode } from '../identity/token.server.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const GiveMenteeCode = z.object({ menteeId: z.uuid(), days: z.coerce.number().int().min(1).max(90).default(7) })

/**
 * A youth worker gives a mentee a code to read out or write on a card. Only its hash is kept, so it is shown this once; a new code ends
 * the ones before. The demo passes the code it prints on its sign-in page.
 */
export async function giveMenteeCode(viewer: Viewer, input: z.input<typeof GiveMenteeCode>, code = newCode()): Promise<{ code: string; expiresAt: Date }> {
  const { menteeId, days: count } = GiveMenteeCode.parse(input)
  return change(viewer, async (tx) => {
    const mentee = await tx.mentee.findUnique({ where: { id: menteeId } })
    if (!mentee) throw new NotFound()
    authorize(may.lookAfterPairs, viewer, mentee.organisationId)
    const [id, expiresAt] = [newId(), after(days(count))]
    await tx.menteeCode.updateMany({ where: { menteeId, endedAt: null }, data: { endedAt: now() } })
    await tx.menteeCode.createMany({ data: [{ id, organisationId: mentee.organisationId, menteeId, codeHash: hashOfCode(code), givenById: viewer.id, expiresAt }] })
    await record(tx, viewer, 'mentoring.code-given', { organisationId: mentee.organisationId, subjectId: menteeId, codeId: id })
    return { code, expiresAt }
  })
}
