import { Temporal } from 'temporal-polyfill'
import { now } from '#modules/clock.ts'
import { newId } from '#modules/db/new-id.ts'
import { makeGroup } from '#modules/supervision/make-group.server.ts'
import { findGroup } from '#modules/supervision/find-group.server.ts'
import { openRoom } from '#modules/supervision/open-room.server.ts'
import { takeSeat } from '#modules/supervision/take-seat.server.ts'
import type { Cast } from '#prisma/demo/people.ts'

/** The wall clock in London, some minutes from now, as a form gives it. */
export const inLondon = (minutesFromNow: number): string =>
  Temporal.Instant.fromEpochMilliseconds(now().getTime() + minutesFromNow * 60_000).toZonedDateTimeISO('Europe/London').toPlainDateTime().toString({ smallestUnit: 'minute' })

/** A new group of Riverside's mentors with Marcus and Helen, and its first meeting, which begins in five minutes. */
export async function aMeeting({ people, riverside }: Cast, mentors = ['amara', 'jay', 'sofia']): Promise<{ groupId: string; meetingId: string }> {
  const groupId = newId()
  await makeGroup(people.marcus!, {
    groupId, organisationId: riverside, name: `Group ${groupId.slice(-4)}`, place: 'Room 12', callAddress: null, firstAt: inLondon(5), minutes: 60,
    youthWorkerId: people.marcus!.id, specialistId: people.helen!.id, mentorIds: mentors.map((name) => people[name]!.id),
  })
  return { groupId, meetingId: (await findGroup(people.marcus!, groupId)).meetings[0]!.meetingId }
}

/** The same with the room open: both supervisors and two of the mentors are in it, one (the last) is not. */
export async function anOpenRoom(cast: Cast, mentors = ['amara', 'jay', 'sofia']): Promise<{ groupId: string; meetingId: string }> {
  const meeting = await aMeeting(cast, mentors)
  for (const name of ['marcus', 'helen', ...mentors.slice(0, -1)]) await takeSeat(cast.people[name]!, meeting)
  await openRoom(cast.people.marcus!, meeting)
  return meeting
}
