import { after, days } from '../../clock.ts'
import type { Tx } from '../../db/transaction.server.ts'
import { NotFound } from '../../errors.ts'
import { meetingTimes } from '../meeting-times.ts'

/** At most a year, and without terms a quarter of one: nobody has agreed to more. */
const furthest = days(366)
const withoutTerms = days(91)

/** The times that a group's rule gives within its setting's terms. */
export async function timesOf(tx: Tx, groupId: string): Promise<Date[]> {
  const group = await tx.supervisionGroup.findUnique({ where: { id: groupId }, include: { organisation: { include: { terms: true } } } })
  if (!group) throw new NotFound()
  const { terms, timeZone } = group.organisation
  const day = (date: Date) => date.toISOString().slice(0, 10)
  return meetingTimes({ rule: group.rule, firstAt: group.firstAt, timeZone }, terms.map((term) => ({ startsOn: day(term.startsOn), endsOn: day(term.endsOn) })), after(terms.length > 0 ? furthest : withoutTerms))
}

/**
 * Writes the meetings of a group that are not there yet. Planning again adds nothing twice, a moved meeting included: each keeps the time it
 * was planned for. Gives back how many were added.
 */
export async function planAhead(tx: Tx, groupId: string, { from = new Date(0) }: { from?: Date } = {}): Promise<number> {
  const group = await tx.supervisionGroup.findUnique({ where: { id: groupId }, include: { meetings: { select: { number: true, plannedFor: true } } } })
  if (!group) throw new NotFound()
  const { organisationId, meetings, place, minutes } = group
  const known = new Set(meetings.map((meeting) => meeting.plannedFor.getTime()))
  const times = (await timesOf(tx, groupId)).filter((time) => time >= from && !known.has(time.getTime()))
  const last = Math.max(0, ...meetings.map((meeting) => meeting.number))
  const { count } = await tx.meeting.createMany({
    data: times.map((time, index) => ({ organisationId, groupId, number: last + index + 1, plannedFor: time, startsAt: time, minutes, place })),
    skipDuplicates: true,
  })
  return count
}
