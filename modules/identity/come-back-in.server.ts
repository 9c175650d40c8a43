import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { isTaken } from '../db/once.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import { Conflict } from '../errors.ts'
import { dropSockets, tell } from '../live/tell.server.ts'
import { openSession } from './open-session.server.ts'
import { themself } from './parts/themself.ts'
import { hashPassword } from './password-hash.server.ts'
import { Password, refuseOwnName, Username } from './sign-in-fields.ts'
import type { Where } from './sign-in.server.ts'
import { hashOfCode } from './token.server.ts'
import { countTry, forgetTries } from './tries.server.ts'

const Code = z.string().max(60).transform((code) => code.replaceAll(/[\s-]/g, '').toUpperCase()).pipe(z.string().length(12, 'The whole code has twelve letters and digits. For a young person each of two adults has six.'))

export const ComeBackIn = z.object({
  code: Code, password: Password, isShared: z.boolean().default(false),
  /** Asked of those who have never had one: they came by their school's sign-in or a passkey. */
  username: Username.optional(),
})

export const FindHelp = z.object({ code: Code })

const noSuchCode = 'That code does not work, or its hour is over. Check it with the adults who gave it to you, or ask them for a new one.'

const openHelp = async (tx: Tx, code: string) => tx.helpBackIn.findFirst({
  where: { firstHash: hashOfCode(code.slice(0, 6)), secondHash: hashOfCode(code.slice(6)), usedAt: null, takenBackAt: null, expiresAt: { gt: now() } },
  select: { id: true, personId: true, organisationId: true, person: { select: { name: true, fullName: true, signInName: { select: { username: true } } } } },
})

/** Guesses are counted by the first half, from wherever they come: an adult who holds it must not find the other by trying. */
const counted = (code: string, address: string) => countTry('back-in', code.slice(0, 6), address)

/** Whom a code lets back in, before they choose a password. */
export async function findHelp(input: z.input<typeof FindHelp>, { address }: { address: string }): Promise<{ name: string; username: string | null }> {
  const { code } = FindHelp.parse(input)
  await counted(code, address)
  const help = await atTheDoor('come back in', (tx) => openHelp(tx, code))
  if (!help) throw new Conflict(noSuchCode)
  return { name: help.person.name, username: help.person.signInName?.username ?? null }
}

/**
 * Somebody who had lost every way in comes back with the code they were given, and chooses a new password. What they signed in with before
 * works no more: old passkeys and codes go, every other session ends, and whoever needs a second factor sets up a new one.
 */
export async function comeBackIn(input: z.input<typeof ComeBackIn>, where: Where): Promise<{ token: string; personId: string }> {
  const { code, password, isShared, username } = ComeBackIn.parse(input)
  await counted(code, where.address)
  const help = await atTheDoor('come back in', (tx) => openHelp(tx, code))
  if (!help) throw new Conflict(noSuchCode)
  const { personId, organisationId, person } = help
  const signInName = person.signInName?.username ?? username
  if (!signInName) throw new Conflict('Choose a username as well: you sign in with it from now on.')
  ComeBackIn.superRefine((fields, context) => refuseOwnName({ password: fields.password, own: [person.name, person.fullName, signInName] }, context)).parse(input)

  const hash = await hashPassword(password)
  try {
    const token = await atTheDoor('come back in', async (tx) => {
      // The update is the claim: the code works once.
      const { count } = await tx.helpBackIn.updateMany({ where: { id: help.id, usedAt: null, takenBackAt: null, expiresAt: { gt: now() } }, data: { usedAt: now() } })
      if (count === 0) throw new Conflict(noSuchCode)
      if (!person.signInName) await tx.signInName.createMany({ data: [{ personId, username: signInName }] })
      await chooseAnew(tx, personId, hash)
      await dropSockets(tx, personId)
      const opened = await openSession(tx, personId, { method: 'password', isShared, device: where.device })
      await record(tx, themself(personId), 'identity.came-back-in', { organisationId, subjectId: personId, helpId: help.id })
      return opened
    })
    await forgetTries('back-in', code.slice(0, 6), where.address)
    return { token, personId }
  } catch (error) {
    if (isTaken(error)) throw new Conflict('Somebody has that username already. Choose another.')
    throw error
  }
}

async function chooseAnew(tx: Tx, personId: string, hash: string) {
  const { count } = await tx.password.updateMany({ where: { personId }, data: { hash, changedAt: now() } })
  if (count === 0) await tx.password.createMany({ data: [{ personId, hash }] })
  await tx.passkey.deleteMany({ where: { personId } })
  await tx.authenticator.deleteMany({ where: { personId } })
  await tx.recoveryCode.deleteMany({ where: { personId } })
  const open = await tx.session.findMany({ where: { personId, endedAt: null }, select: { id: true } })
  await tx.session.updateMany({ where: { id: { in: open.map(({ id }) => id) } }, data: { endedAt: now() } })
  for (const { id } of open) await tell(tx, `session:${id}`, 'drop')
}
