import { z } from 'zod'
import { now } from '../clock.ts'
import { openerOf } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { findRoomRow, type RoomRow } from './parts/room-row.server.ts'
import { isAdult, may } from './policy.ts'
import type { Presence, RoomMember, RoomSignal, RoomView } from './room-view.ts'
import { gapSince, stateOf, type RoomFacts } from './states.ts'
import { timerOf } from './timer.ts'
import { stillTimes, type AdultLease } from './two-adults.ts'

/** A room as this viewer sees it now: two queries, one for the row and one for the keys of the words in it. Those not in its group find nothing. */
export const findRoom = (viewer: Viewer, meetingId: string): Promise<RoomView> => read(viewer, async (tx) => {
  const row = await findRoomRow(tx, z.uuid().parse(meetingId))
  if (!row || !row.part) throw new NotFound()
  const supervises = isAdult(row.part)
  const open = await openerOf(tx, [
    ...row.checkIns.filter((one) => one.word).map(({ id }) => ({ table: 'CheckIn', id })), ...row.kept.map(({ id }) => ({ table: 'KeptNote', id })),
    ...row.observations.map(({ id }) => ({ table: 'Observation', id })), ...(row.overrideReason && supervises ? [{ table: 'MeetingOpening', id: row.id }] : []),
  ])
  const words = (table: string, id: string, column: string, sealed: string | null) => open(table, id, column, sealed ? Buffer.from(sealed, 'base64') : null)

  const at = now()
  const facts = factsOf(row)
  const still = stillTimes([...facts.gaps, ...currentGap(facts, at)], at)
  const marks = new Map(row.marks.map((mark) => [mark.personId, mark.mark]))
  const signals: RoomSignal[] = row.signals.map((signal) => ({ ...signal, at: new Date(signal.at) }))
  const members = membersOf(row, at)
  return {
    id: row.id, groupId: row.groupId, groupName: row.groupName, organisationId: row.organisationId, timeZone: row.timeZone, number: row.number, of: row.of,
    startsAt: row.startsAt, minutes: row.minutes, place: row.place, callAddress: row.callAddress, at,
    state: stateOf(facts, at), openedAt: row.openedAt,
    me: { personId: viewer.id, part: row.part, supervises, isSeated: members.some((member) => member.personId === viewer.id && member.presence === 'here'), mark: marks.get(viewer.id) ?? null },
    names: row.names, members,
    items: row.items.map((item) => ({ id: item.id, kind: item.kind, title: item.title, minutes: item.minutes, addedMinutes: item.addedMinutes, isOver: item.endedAt !== null, forId: item.forId,
      ...timerOf({ ...item, startedAt: dateOf(item.startedAt), endedAt: dateOf(item.endedAt) }, still, at) })),
    itemId: row.itemId,
    speaking: row.turns.find((turn) => turn.startedAt) ?? null, queue: row.turns.filter((turn) => !turn.startedAt),
    checkIns: row.checkIns.map(({ id, personId, scale, word }) => ({ personId, scale, word: words('CheckIn', id, 'word', word) })),
    kept: row.kept.map(({ id, byId, words: sealed }) => ({ id, byId, words: words('KeptNote', id, 'words', sealed) ?? '', mayTakeOut: may.removeKept(viewer, row, { byId }) })),
    reminder: row.reminder ? { byId: row.reminder.byId, at: new Date(row.reminder.at) } : null,
    standbyId: row.standbyId,
    mySignal: supervises ? null : signals[0] ?? null,
    forSupervisors: !supervises ? null : {
      overrideReason: open('MeetingOpening', row.id, 'overrideReason', row.overrideReason),
      signals, missedLast: row.missedLast,
      observations: row.observations.map((note) => ({ ...note, savedAt: new Date(note.savedAt), words: words('Observation', note.id, 'words', note.words) ?? '' })),
      register: row.marks,
    },
  }
})

const dateOf = (time: string | null) => (time ? new Date(time) : null)

const factsOf = (row: RoomRow): RoomFacts => ({
  calledOffAt: row.calledOffAt, openedAt: row.openedAt, closedAt: row.closedAt, hasOverride: row.overrideReason !== null,
  adults: row.members.filter((member) => isAdult(member.part)).map((member): AdultLease => ({ personId: member.personId, name: row.names[member.personId] ?? '', part: member.part as AdultLease['part'], until: dateOf(member.until) })),
  gaps: row.gaps.map((gap) => ({ since: new Date(gap.since), until: dateOf(gap.until) })),
})

/** The gap that runs now and that nobody has written down yet. */
function currentGap(facts: RoomFacts, at: Date) {
  const since = facts.gaps.some((gap) => gap.until === null) || facts.closedAt ? null : gapSince(facts, at)
  return since ? [{ since, until: null }] : []
}

const order = { mentor: 0, youth_worker: 1, specialist: 2 }

const membersOf = (row: RoomRow, at: Date): RoomMember[] => row.members.filter((member) => member.isCurrent)
  .map((member) => ({ personId: member.personId, name: row.names[member.personId] ?? 'Somebody', part: member.part, presence: presenceOf(member, at) }))
  .sort((a, b) => order[a.part] - order[b.part] || a.name.localeCompare(b.name))

const presenceOf = (seat: RoomRow['members'][number], at: Date): Presence =>
  seat.leftAt ? 'gone' : !seat.heldUntil ? 'away' : new Date(seat.heldUntil) > at ? 'here' : 'lost'
