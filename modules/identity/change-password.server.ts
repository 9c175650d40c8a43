import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { endOtherSessions } from './end-other-sessions.server.ts'
import { hashPassword, isPassword } from './password-hash.server.ts'
import { requireProof } from './recent-proof.server.ts'
import { Password, refuseOwnName } from './sign-in-fields.ts'
import { countTry } from './tries.server.ts'

export const ChangePassword = z.object({ current: z.string().min(1, 'Write the password you have now.').max(200), password: Password })

/** Somebody chooses a new password. Everywhere else they are signed in, they are signed out: whoever knew the old one is out too. */
export async function changePassword(viewer: Viewer, input: z.input<typeof ChangePassword>, { address }: { address: string }): Promise<void> {
  const { current } = ChangePassword.parse(input)
  const { kept, username } = await atTheDoor('change a sign-in method', async (tx) => {
    await requireProof(tx, viewer)
    const name = await tx.signInName.findUnique({ where: { personId: viewer.id } })
    return { kept: await tx.password.findUnique({ where: { personId: viewer.id } }), username: name?.username ?? '' }
  })
  const { password } = ChangePassword.superRefine((fields, context) => refuseOwnName({ password: fields.password, own: [viewer.name, username] }, context)).parse(input)
  await countTry('second-factor', viewer.id, address)
  if (!(await isPassword(kept?.hash, current))) throw new Conflict('The first password is not the one you have now. Check it and try again.')
  if (current === password) throw new Conflict('That is the password you have already. Choose another.')

  const hash = await hashPassword(password)
  await atTheDoor('change a sign-in method', async (tx) => {
    // The old hash is the claim: of two changes at once, one is told.
    const { count } = await tx.password.updateMany({ where: { personId: viewer.id, hash: kept!.hash }, data: { hash, changedAt: now() } })
    if (count === 0) throw new Conflict('Your password was changed a moment ago, from another page.')
    await record(tx, viewer, 'identity.password-changed', { subjectId: viewer.id })
  })
  await endOtherSessions(viewer)
}
