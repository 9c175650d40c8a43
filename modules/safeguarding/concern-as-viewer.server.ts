import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import type { ConcernFacts } from './policy.ts'

const whole = {
  receipt: true, takingOn: true, climbs: { orderBy: { at: 'asc' } }, alerts: { orderBy: { at: 'asc' } }, keptFrom: true, answer: true, origin: true, head: true,
  readers: { where: { endedAt: null }, orderBy: { at: 'asc' } },
  organisation: { select: { name: true, phone: true, timeZone: true } },
} as const

/**
 * A concern this viewer may *read*, with the facts the rules ask for. Whoever may only know of it (whoever raised it, whoever received
 * it) does not find it here: the chronology's head shows itself to readers alone.
 */
export async function concernAsViewer(tx: Tx, viewer: Viewer, concernId: string) {
  const concern = await tx.concern.findFirst({ where: { id: concernId, head: { isNot: null } }, include: whole })
  if (!concern) throw new NotFound()
  const facts: ConcernFacts & { isMine: boolean } = {
    isBroughtIn: concern.readers.some((reader) => reader.personId === viewer.id),
    organisationId: concern.organisationId, raisedById: concern.raisedById, isTakenOn: concern.takingOn !== null, isMine: concern.takingOn?.byId === viewer.id,
    isAlerted: concern.alerts.some((alert) => alert.personId === viewer.id && alert.rung !== 'delivery_site'),
  }
  return { concern, facts }
}

export type ConcernAsViewer = Awaited<ReturnType<typeof concernAsViewer>>['concern']

/** Everybody whose open page shows this concern: those told, and whoever raised it; nobody it is kept from. */
export const thoseConcerned = (concern: ConcernAsViewer): string[] =>
  [...new Set([...concern.alerts.map((alert) => alert.personId), ...(concern.raisedById ? [concern.raisedById] : [])])].filter((one) => !concern.keptFrom.some((kept) => kept.personId === one))
