import type { z } from 'zod'
import { after, minutes, now } from '../../clock.ts'
import { atTheDoor } from '../../db/at-the-door.server.ts'
import { newId } from '../../db/new-id.ts'
import type { DoorPurpose } from '../../db/at-the-door.server.ts'
import { Conflict } from '../../errors.ts'

type Kind = 'passkey-sign-in' | 'passkey-prove' | 'passkey-new' | 'oidc'

/** Opens a ceremony: good for ten minutes, and once. */
export async function openCeremony(purpose: DoorPurpose, kind: Kind, personId: string | null, secret: Record<string, string>): Promise<string> {
  const id = newId()
  await atTheDoor(purpose, (tx) => tx.ceremony.createMany({ data: [{ id, kind, personId, secret, expiresAt: after(minutes(10)) }] }))
  return id
}

/**
 * Takes a ceremony up, in a transaction of its own: whatever comes of the answer, the same challenge is never asked about again. Of two who
 * bring the same answer at once, the second finds it used.
 */
export async function takeCeremony<Shape extends z.ZodType>(purpose: DoorPurpose, kind: Kind, id: string, personId: string | null, shape: Shape): Promise<z.infer<Shape>> {
  const secret = await atTheDoor(purpose, async (tx) => {
    const { count } = await tx.ceremony.updateMany({ where: { id, kind, personId, usedAt: null, expiresAt: { gt: now() } }, data: { usedAt: now() } })
    return count === 0 ? null : (await tx.ceremony.findUniqueOrThrow({ where: { id } })).secret
  })
  if (secret === null) throw new Conflict('That took too long, or it was used already. Please start it again.')
  return shape.parse(secret)
}
