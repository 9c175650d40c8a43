import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import type { Notified } from './notified.ts'
import { dutyNow, isOfAge, type Duty } from './reporting-duty.server.ts'

export type MyNotification = { id: string; at: Date; notified: Notified; happenedAt: string | null }
export type MyReporting = Duty & { timeZone: string; mine: MyNotification[] }

/** What the law asks of this viewer about a concern they raised or keep, and what they wrote down about it; null where it asks nothing. */
export const myReporting = (viewer: Viewer, concernId: string): Promise<MyReporting | null> => read(viewer, async (tx) => {
  const theirs = await theirDuty(tx, viewer, concernId)
  return theirs && { ...theirs.duty, timeZone: theirs.organisation.timeZone, mine: await mine(tx, concernId) }
})

export const mine = (tx: Tx, concernId: string) => tx.$queryRaw<MyNotification[]>`SELECT id, at, notified, "happenedAt" FROM app.my_notifications(${concernId}::uuid) ORDER BY at, id`

/** The concern with the duty that is in force, for an adult who raised it and still belongs there, or keeps it. */
export async function theirDuty(tx: Tx, viewer: Viewer, concernId: string) {
  const concern = await tx.concern.findUnique({ where: { id: concernId }, select: { organisationId: true, raisedById: true, organisation: { select: { timeZone: true } } } })
  const [row] = await tx.$queryRaw<{ keeps: boolean }[]>`SELECT app.keeps_concern(${concernId}::uuid) AS keeps`
  const isRaiser = concern?.raisedById === viewer.id && viewer.memberships.some(({ organisationId }) => organisationId === concern.organisationId)
  if (!concern || !(isRaiser || row!.keeps)) return null
  const duty = await dutyNow(tx, concern.organisationId)
  return duty && (await isOfAge(tx, viewer, concern.organisationId)) ? { ...concern, duty } : null
}
