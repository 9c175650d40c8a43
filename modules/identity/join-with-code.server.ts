import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { newId } from '../db/new-id.ts'
import { isTaken } from '../db/once.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import { Conflict } from '../errors.ts'
import { openSession } from './open-session.server.ts'
import { hashPassword } from './password-hash.server.ts'
import { themself } from './parts/themself.ts'
import { FullName, Name, Password, refuseOwnName, Username } from './sign-in-fields.ts'
import type { Where } from './sign-in.server.ts'
import { hashOfCode } from './token.server.ts'
import { countTry } from './tries.server.ts'

export const JoinWithCode = z.object({
  code: z.string().trim().min(1, 'Write the code you were given.').max(40),
  name: Name, fullName: FullName, username: Username, password: Password, isShared: z.boolean().default(false),
}).superRefine(({ password, name, fullName, username }, context) => refuseOwnName({ password, own: [name, fullName, username] }, context))

const noSuchCode = 'That code does not work. Check it with whoever gave it to you, or ask them for a new one.'

const openCode = (tx: Tx, code: string) => tx.joinCode.findFirst({
  where: { codeHash: hashOfCode(code), closedAt: null, expiresAt: { gt: now() }, places: { gt: 0 } }, select: { id: true, organisationId: true, organisation: { select: { name: true } } },
})

/** Which place a code lets somebody into, before they choose their name. Guesses are counted. */
export async function findJoinCode(code: string, { address }: { address: string }): Promise<{ place: string }> {
  await countTry('code', 'join', address)
  const found = await atTheDoor('join with a code', (tx) => openCode(tx, code))
  if (!found) throw new Conflict(noSuchCode)
  return { place: found.organisation.name }
}

/** A pupil joins with the code they were read: they are a mentor there, in the code's cohort, signed in with the name and password they chose. */
export async function joinWithCode(input: z.input<typeof JoinWithCode>, where: Where): Promise<{ token: string; personId: string }> {
  const { code, name, fullName, username, password, isShared } = JoinWithCode.parse(input)
  await countTry('code', 'join', where.address)
  const hash = await hashPassword(password)
  try {
    return await atTheDoor('join with a code', async (tx) => {
      const joinCode = await openCode(tx, code)
      if (!joinCode) throw new Conflict(noSuchCode)
      const { count } = await tx.joinCode.updateMany({ where: { id: joinCode.id, places: { gt: 0 } }, data: { places: { decrement: 1 } } })
      if (count === 0) throw new Conflict('Everybody this code was for has joined. Ask for a new one.')

      const personId = newId()
      await tx.person.createMany({ data: [{ id: personId, name, fullName }] })
      await tx.signInName.createMany({ data: [{ personId, username }] })
      await tx.password.createMany({ data: [{ personId, hash }] })
      await tx.membership.createMany({ data: [{ organisationId: joinCode.organisationId, personId, role: 'mentor' }] })
      await tx.$executeRaw`SELECT app.join_cohort_of_code(${personId}::uuid, ${joinCode.id}::uuid)`
      await record(tx, themself(personId), 'identity.joined-with-code', { organisationId: joinCode.organisationId, subjectId: personId, joinCodeId: joinCode.id })
      return { personId, token: await openSession(tx, personId, { method: 'join-code', isShared, device: where.device }) }
    })
  } catch (error) {
    if (isTaken(error)) throw new Conflict('Somebody has that username already. Choose another.')
    throw error
  }
}
