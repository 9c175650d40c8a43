import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer, Visitor } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { namesOf } from './parts/who-and-when.server.ts'

export type MyConcern = { concernId: string; raisedAt: Date; receivedByName: string | null; receivedAt: Date | null; takenOnByName: string | null; takenOnAt: Date | null }

/** What somebody has handed on themself, newest first: who has it, and since when. Never what it says. */
export const myConcerns = (viewer: Viewer | Visitor, { take = 10 }: { take?: number } = {}): Promise<MyConcern[]> => read(viewer, async (tx) => {
  const mine = await tx.concern.findMany({ where: whoRaised(viewer), select: state, orderBy: { raisedAt: 'desc' }, take })
  return withNames(tx, mine)
})

/** What happens next with one concern, for whoever raised it. */
export const findMyConcern = (viewer: Viewer | Visitor, concernId: string): Promise<MyConcern & { organisationName: string; organisationPhone: string | null; toldNames: string[] }> =>
  read(viewer, async (tx) => {
    const mine = await tx.concern.findFirst({ where: { id: concernId, ...whoRaised(viewer) }, select: { ...state, organisation: { select: { name: true, phone: true } }, alerts: { select: { personId: true, rung: true } } } })
    if (!mine) throw new NotFound()
    const [one] = await withNames(tx, [mine])
    const told = mine.alerts.filter((alert) => alert.rung !== 'delivery_site').map((alert) => alert.personId)
    const name = await namesOf(tx, told)
    return { ...one!, organisationName: mine.organisation.name, organisationPhone: mine.organisation.phone, toldNames: [...new Set(told)].map((id) => name(id)).filter((found) => found !== null).sort() }
  })

const whoRaised = (viewer: Viewer | Visitor) => ('id' in viewer ? { raisedById: viewer.id } : { raisedByMenteeId: viewer.menteeId })

const state = { id: true, raisedAt: true, receipt: { select: { byId: true, at: true } }, takingOn: { select: { byId: true, at: true } } } as const

type Row = { id: string; raisedAt: Date; receipt: { byId: string; at: Date } | null; takingOn: { byId: string; at: Date } | null }

async function withNames(tx: Tx, rows: Row[]): Promise<MyConcern[]> {
  const name = await namesOf(tx, rows.flatMap((row) => [row.receipt?.byId, row.takingOn?.byId]))
  return rows.map(({ id, raisedAt, receipt, takingOn }) => ({
    concernId: id, raisedAt, receivedByName: receipt && (name(receipt.byId) ?? 'An adult'), receivedAt: receipt?.at ?? null,
    takenOnByName: takingOn && (name(takingOn.byId) ?? 'An adult'), takenOnAt: takingOn?.at ?? null,
  }))
}
