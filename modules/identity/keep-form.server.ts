import { sealForTheHouse } from '../crypto/seal-for-the-house.server.ts'
import { after, hours } from '../clock.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { newId } from '../db/new-id.ts'
import { hashOfToken } from './token.server.ts'
import { countTry } from './tries.server.ts'

export type FormFields = [name: string, value: string][]
export const aboutKept = (id: string) => `Stash|${id}|fields`

// A heartbeat, a press of a button: ids and switches and nothing anybody wrote or chose to say.
const isNobodysWords = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d*|yes|no|on|off|true|false)$/i
const isSecret = /password|^code$/i

/**
 * Keeps what somebody was sending when their session had ended or was locked: sealed, for an hour, for the person whose session it was and
 * nobody else. Null when nobody is known by this token, or when there is nothing to keep. Passwords are never kept.
 */
export async function keepForm(token: string, { address, fields, from }: { address: string; fields: FormFields; from: string }): Promise<string | null> {
  const written = fields.filter(([name]) => !isSecret.test(name))
  if (!written.some(([, value]) => !isNobodysWords.test(value))) return null
  const personId = await holderOf(token)
  if (!personId) return null
  await countTry('ceremony', personId, from)
  return atTheDoor('keep a form', async (tx) => {
    const id = newId()
    await tx.stash.createMany({ data: [{ id, personId, address, fields: await sealForTheHouse(tx, aboutKept(id), JSON.stringify(written)), expiresAt: after(hours(1)) }] })
    return id
  })
}

/** Is this the token of a session of theirs, also one that has ended? A page says who wrote in it; that alone keeps nothing for anybody. */
export const isTokenOf = async (token: string, personId: string): Promise<boolean> => (await holderOf(token)) === personId

const holderOf = (token: string) => atTheDoor('keep a form', async (tx) => (await tx.session.findUnique({ where: { tokenHash: hashOfToken(token) }, select: { personId: true } }))?.personId)
