import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { newRecoveryCodes } from './parts/new-recovery-codes.server.ts'
import { requireProof } from './recent-proof.server.ts'
import { renewSession } from './renew-session.server.ts'
import { countTry } from './tries.server.ts'
import { stepOf } from './use-code.server.ts'

export const ConfirmAuthenticator = z.object({ code: z.string().trim().min(6, 'Write the six digits your app shows.').max(10) })

/** Somebody shows that their authenticator app works: from now on it counts. Gives recovery codes, shown once, and the session goes on as proved. */
export async function confirmAuthenticator(viewer: Viewer, input: z.input<typeof ConfirmAuthenticator>, { address }: { address: string }): Promise<{ token: string; codes: string[] }> {
  const { code } = ConfirmAuthenticator.parse(input)
  await countTry('second-factor', viewer.id, address)
  return atTheDoor('change a sign-in method', async (tx) => {
    await requireProof(tx, viewer)
    const step = await stepOf(tx, viewer.id, code)
    if (step === null) throw new Conflict('That is not what the app shows now. Wait for the next six digits and try those.')
    const { count } = await tx.authenticator.updateMany({ where: { personId: viewer.id, confirmedAt: null }, data: { confirmedAt: now(), lastStep: step } })
    if (count === 0) throw new Conflict('This app is set up already.')
    await record(tx, viewer, 'identity.authenticator-added', { subjectId: viewer.id })
    const codes = await newRecoveryCodes(tx, viewer.id)
    return { codes, token: await renewSession(tx, viewer.sessionId!, { secondFactorAt: now() }) }
  })
}
