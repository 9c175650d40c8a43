import { Temporal } from 'temporal-polyfill'
import { after, days, hours, minutes, now } from '#modules/clock.ts'
import { newId } from '#modules/db/new-id.ts'
import type { Viewer } from '#modules/db/viewer.ts'
import { answerQuietSignal } from '#modules/supervision/answer-quiet-signal.server.ts'
import { checkIn } from '#modules/supervision/check-in.server.ts'
import { closeRoom } from '#modules/supervision/close-room.server.ts'
import { findGroup } from '#modules/supervision/find-group.server.ts'
import { findRoom } from '#modules/supervision/find-room.server.ts'
import { keepNote } from '#modules/supervision/keep-note.server.ts'
import { leaveRoom } from '#modules/supervision/leave-room.server.ts'
import { makeGroup } from '#modules/supervision/make-group.server.ts'
import { markRegister } from '#modules/supervision/mark-register.server.ts'
import { nextItem } from '#modules/supervision/next-item.server.ts'
import { nextTurn } from '#modules/supervision/next-turn.server.ts'
import { observeMentor } from '#modules/supervision/observe-mentor.server.ts'
import { openRoom } from '#modules/supervision/open-room.server.ts'
import { pressQuietSignal } from '#modules/supervision/press-quiet-signal.server.ts'
import { raiseHand } from '#modules/supervision/raise-hand.server.ts'
import { sayNothingWaits } from '#modules/supervision/say-nothing-waits.server.ts'
import { takeSeat } from '#modules/supervision/take-seat.server.ts'
import { dateBack } from './dated-back.ts'
import type { Cast } from './people.ts'

const local = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('Europe/London').toPlainDateTime()
const form = (time: Temporal.PlainDateTime) => time.toString({ smallestUnit: 'minute' })

/** Riverside's group mid-programme, with a meeting open now; Harbour's, whose next meeting is in three days. */
export async function fillSupervision({ people, riverside, harbour }: Cast): Promise<{ openMeeting: string }> {
  const mentors = ['amara', 'jay', 'priya', 'dylan', 'sofia', 'kofi']
  const groupId = newId()
  const fiveAgo = local(after(-minutes(5)))
  const byNow = fiveAgo.with({ minute: fiveAgo.minute - (fiveAgo.minute % 5) })
  await makeGroup(people.grace!, {
    groupId, organisationId: riverside, name: 'Riverside group', place: 'Room 12', callAddress: null, firstAt: form(byNow.subtract({ weeks: 4 })), minutes: 60,
    youthWorkerId: people.marcus!.id, specialistId: people.helen!.id, mentorIds: mentors.map((name) => people[name]!.id),
  })
  const { meetings } = await findGroup(people.marcus!, groupId)
  const [first, second, open] = meetings.map((meeting) => meeting.meetingId) as [string, string, string]
  const everybody = ['marcus', 'helen', ...mentors]

  await hold(people, first, everybody, ['Start with what went well.', 'Ask before you give advice.'])
  await closeRoom(people.marcus!, { meetingId: first })
  await dateBack(first, now().getTime() - meetings[0]!.startsAt.getTime())

  await hold(people, second, everybody.filter((name) => name !== 'sofia'), ['A mentee may cancel. Write to say the door is open.', 'Dylan: try meeting in the library.'])
  const signalId = newId()
  await pressQuietSignal(people.dylan!, { meetingId: second, signalId })
  await answerQuietSignal(people.helen!, { meetingId: second, signalId })
  await leaveRoom(people.dylan!, { meetingId: second })
  await closeRoom(people.helen!, { meetingId: second })
  await markRegister(people.helen!, { meetingId: second, markId: newId(), personId: people.kofi!.id, mark: 'late' })
  await observeMentor(people.helen!, { meetingId: second, observationId: newId(), mentorId: people.sofia!.id, revision: 0, words: 'Not here today. Marcus rings home to ask what would make it easier to come.' })
  await dateBack(second, now().getTime() - meetings[1]!.startsAt.getTime())

  await hold(people, open, ['marcus', 'helen', 'jay', 'priya', 'dylan', 'kofi'], ['Silence is allowed. Sitting together counts as a meeting.', 'Say what you notice, leave the question out.'], { upTo: 'safety' })
  await dateBack(open, minutes(3), { heldFor: hours(12) })
  await move(people.marcus!, open)
  await raiseHand(people.priya!, { meetingId: open, turnId: newId() })
  await nextTurn(people.marcus!, { meetingId: open, afterTurnId: null })
  await raiseHand(people.jay!, { meetingId: open, turnId: newId() })
  await observeMentor(people.helen!, { meetingId: open, observationId: newId(), mentorId: people.kofi!.id, revision: 0, words: 'Steadier than a fortnight ago, asks for help early.' })
  await dateBack(open, minutes(5), { heldFor: hours(12) })

  await makeGroup(people.leon!, {
    groupId: newId(), organisationId: harbour, name: 'Harbour group', place: 'The boat shed', callAddress: null, firstAt: form(local(after(days(3))).with({ hour: 17, minute: 30 })), minutes: 60,
    youthWorkerId: people.leon!.id, specialistId: people.helen!.id, mentorIds: [people.zia!.id],
  })
  return { openMeeting: open }
}

const arrivals: Record<string, [number, string]> = { marcus: [4, 'glad to be here'], helen: [4, 'ready'], amara: [3, 'tired'], jay: [4, 'steady'], priya: [5, 'good week'], dylan: [2, 'worried about exams'], sofia: [3, ''], kofi: [4, 'hopeful'] }

/** A meeting as it goes: all come in, it opens, each says how they arrive, nothing serious waits, and on to the end or as far as `upTo`. */
async function hold(people: Record<string, Viewer>, meetingId: string, names: string[], kept: string[], { upTo }: { upTo?: string } = {}) {
  for (const name of names) await takeSeat(people[name]!, { meetingId })
  await openRoom(people.marcus!, { meetingId })
  for (const name of names) if (arrivals[name]) await checkIn(people[name]!, { meetingId, checkInId: newId(), scale: arrivals[name][0], word: arrivals[name][1] })
  await move(people.marcus!, meetingId)
  await sayNothingWaits(people.helen!, { meetingId })
  for (const words of kept) await keepNote(people.priya!, { meetingId, noteId: newId(), words })
  const { items } = await findRoom(people.marcus!, meetingId)
  if (!upTo) for (let left = items.length - 2; left > 0; left--) await move(people.marcus!, meetingId)
}

const move = async (by: Viewer, meetingId: string) => nextItem(by, { meetingId, fromItemId: (await findRoom(by, meetingId)).itemId! })
