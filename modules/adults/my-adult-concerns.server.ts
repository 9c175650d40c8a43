import { calendarsOf } from '../calendar/calendars-of.server.ts'
import { hoursNow } from '../calendar/hours-now.ts'
import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer, Visitor } from '../db/viewer.ts'
import { myConcerns, type MyConcern, type MyOpenConcern } from '../safeguarding/my-concerns.server.ts'
import { myAdultMore } from './parts/my-adult-more.server.ts'

type Mine = { id: string; organisationId: string; organisationName: string; phone: string | null; sharedAt: Date; holderName: string | null; heldAt: Date | null; toldNames: string[] }

/** As for any concern; and what they added since, or that it is closed. */
export type MyOpenAdultConcern = MyOpenConcern & { aboutAdult: { isShut: boolean; added: { id: string; at: Date }[] } }

/** What happens with a worry about an adult, for whoever handed it on: who has it and since when. Null: it is not one, or not theirs. */
export const findMyAdultConcern = (viewer: Viewer | Visitor, id: string): Promise<MyOpenAdultConcern | null> => read(viewer, async (tx) => {
  const [mine] = await shared(tx, id, 1)
  if (!mine) return null
  const { organisationId, organisationName, phone, toldNames } = mine
  const { isShut, added } = (await myAdultMore(tx, id))!
  return { ...asConcern(mine), organisationName, organisationPhone: phone, toldNames, isSiteTold: false, added: [], aboutAdult: { isShut, added }, isAdult: false, hours: hoursNow((await calendarsOf(tx, [organisationId]))(organisationId), now()) }
})

/** What somebody has handed on themself, of every kind, newest first: who has it, and since when. Never what it says. */
export async function myHandedOn(viewer: Viewer | Visitor, { take = 10 }: { take?: number } = {}): Promise<MyConcern[]> {
  const [concerns, aboutAdults] = await Promise.all([myConcerns(viewer, { take }), read(viewer, (tx) => shared(tx, null, take))])
  return [...concerns, ...aboutAdults.map(asConcern)].sort((one, other) => other.raisedAt.getTime() - one.raisedAt.getTime()).slice(0, take)
}

const asConcern = ({ id, sharedAt, holderName, heldAt }: Mine): MyConcern => ({ concernId: id, raisedAt: sharedAt, receivedByName: null, receivedAt: null, takenOnByName: holderName, takenOnAt: heldAt })

const shared = (tx: Tx, id: string | null, take: number) => tx.$queryRaw<Mine[]>`SELECT * FROM app.my_adult_concerns() m WHERE ${id}::uuid IS NULL OR m.id = ${id}::uuid ORDER BY m."sharedAt" DESC LIMIT ${take}`
