import type { Tx } from '../../db/transaction.server.ts'

export type MyAdultMore = { organisationId: string; /** It is closed: nothing can be added to it. */ isShut: boolean; added: { id: string; at: Date }[] }

/** What whoever shared it has added since: that they did, and when. Null where it is not theirs. */
export async function myAdultMore(tx: Tx, adultConcernId: string): Promise<MyAdultMore | null> {
  const [mine] = await tx.$queryRaw<(Omit<MyAdultMore, 'added'> & { added: { id: string; at: string }[] })[]>`SELECT "organisationId"::text AS "organisationId", "isShut", added FROM app.my_adult_more(${adultConcernId}::uuid)`
  return mine ? { ...mine, added: mine.added.map(({ id, at }) => ({ id, at: new Date(at) })) } : null
}
