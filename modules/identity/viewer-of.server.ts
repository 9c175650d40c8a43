import { atTheDoor } from '../db/at-the-door.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { currentMemberships } from './current-memberships.server.ts'

/** A person as the viewer they would be if they signed in now. For the demo and tests, which do deeds as people; pages get theirs from a session. */
export const viewerOf = (personId: string): Promise<Viewer> => atTheDoor('look up a session', async (tx) => {
  const person = await tx.person.findUnique({ where: { id: personId } })
  if (!person) throw new NotFound()
  return { id: person.id, name: person.name, memberships: await currentMemberships(tx, personId) }
})
