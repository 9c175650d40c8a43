import type { Tx } from '../db/transaction.server.ts'
import type { Viewer, Visitor } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'

export type MyAddition = { id: string; at: Date; part: string; hasMark: boolean }

/** A concern this viewer raised themself, and what they have added to it since: that they did, and when. Never what it says. */
export async function myRaised(tx: Tx, viewer: Viewer | Visitor, concernId: string): Promise<{ organisationId: string; added: MyAddition[] }> {
  const concern = await tx.concern.findFirst({ where: { id: concernId, ...('id' in viewer ? { raisedById: viewer.id } : { raisedByMenteeId: viewer.menteeId }) }, select: { organisationId: true } })
  if (!concern) throw new NotFound()
  return { ...concern, added: await tx.$queryRaw<MyAddition[]>`SELECT id, at, part, "hasMark" FROM app.my_additions(${concernId}::uuid) ORDER BY at, id` }
}
