import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { after, minutes, now } from '../clock.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { newId } from '../db/new-id.ts'
import { Conflict } from '../errors.ts'
import { hashOfCode, hashOfToken, newToken } from '../identity/token.server.ts'
import { countTry, forgetTries } from '../identity/tries.server.ts'

/** How long a visit lasts at most. Long enough for a questionnaire, short enough for a device that others use next. */
export const visitLength = minutes(30)

export const LetMenteeIn = z.object({ code: z.string().trim().min(1, 'Write the code you were given.').max(40), menteeId: z.string().optional() })

/**
 * Lets a mentee in with their code: a visit on this device, for half an hour at most. A code that is wrong, over or taken back gets one and
 * the same answer; so does another's, where it is known who wrote what waits to be sent (`menteeId`).
 */
export async function letMenteeIn(input: z.input<typeof LetMenteeIn>, { address }: { address: string }): Promise<{ token: string; expiresAt: Date }> {
  const { code, menteeId } = LetMenteeIn.parse(input)
  await countTry('code', 'mentee', address)
  const visit = await atTheDoor('let a mentee in', async (tx) => {
    const found = await tx.menteeCode.findFirst({ where: { codeHash: hashOfCode(code), endedAt: null, expiresAt: { gt: now() } } })
    if (!found || (menteeId && found.menteeId !== menteeId)) return null
    const [id, token, expiresAt] = [newId(), newToken(), after(visitLength)]
    await tx.menteeVisit.createMany({ data: [{ id, organisationId: found.organisationId, codeId: found.id, tokenHash: hashOfToken(token), expiresAt }] })
    await record(tx, null, 'mentoring.visit-opened', { organisationId: found.organisationId, subjectId: found.menteeId, visitId: id })
    return { token, expiresAt }
  })
  if (!visit) throw new Conflict('That code does not work now. Check each letter, or ask your youth worker for a new one.')
  await forgetTries('code', 'mentee', address)
  return visit
}
