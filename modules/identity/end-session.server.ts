import { now } from '../clock.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { record } from '../audit/record.server.ts'
import { tell } from '../live/tell.server.ts'
import { themself } from './parts/themself.ts'
import { hashOfToken } from './token.server.ts'

/** Signs out: ends the session of this token, and its sockets. */
export const endSession = (token: string): Promise<void> => atTheDoor('end a session', async (tx) => {
  const session = await tx.session.findUnique({ where: { tokenHash: hashOfToken(token) } })
  if (!session || session.endedAt) return
  await tx.session.updateMany({ where: { id: session.id }, data: { endedAt: now() } })
  await record(tx, themself(session.personId), 'identity.signed-out', { subjectId: session.personId })
  await tell(tx, `session:${session.id}`, 'drop')
})
