import type { Tx } from '../../db/transaction.server.ts'
import { tell } from '../../live/tell.server.ts'

/** The code is whole: wherever the person is still signed in, they are signed out. Whoever has their phone is out too. */
export async function endSessionsOfHelped(tx: Tx, helpId: string) {
  const ended = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM app.end_sessions_of_helped(${helpId}::uuid) AS id`
  for (const { id } of ended) await tell(tx, `session:${id}`, 'drop')
}
