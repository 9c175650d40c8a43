import { expect, it } from 'vitest'
import { sayNames, sayNeeds, weekOf } from './say-count.ts'
import { whatNeeds } from './what-needs.ts'

const now = new Date('2026-11-24T13:38:00Z')
const nothing = { concerns: [], journal: null, meetings: [], sessions: [], toAnswer: [], toDecide: [], answered: [], toSample: [], toSignOff: [], registers: [], toMark: [], toClaim: [], toAward: [], cases: [], caseActions: [], toCheck: [], kept: [], unsupervised: [], notReached: [], hookActs: [], clockActs: [], receipts: [], vetting: { mine: [], registers: [] }, aboutAdults: { mine: [], elsewhere: [] } }

const concern = (changes: object) => ({
  concernId: 'c', organisationName: 'Riverside', organisationPhone: null, raisedAt: now, raisedByName: 'Jay', danger: null, state: 'waiting' as const, receivedByName: null, receivedAt: null,
  takenOnByName: null, takenOnAt: null, stands: null, level: null, dueOn: null, isHolderGone: false, climbsAt: null, climbsTo: null, mayReceive: true, mayTakeOn: false, openable: true, ...changes,
})

it('counts what waits for this person, and nothing a colleague has', () => {
  expect(whatNeeds(nothing, now).count).toBe(0)
  expect(whatNeeds({ ...nothing, concerns: [concern({})] }, now).count).toBe(1)
  expect(whatNeeds({ ...nothing, concerns: [concern({ state: 'received', mayReceive: false })] }, now).count).toBe(0)
  expect(whatNeeds({ ...nothing, concerns: [concern({ state: 'received', mayReceive: false, mayTakeOn: true })] }, now).count).toBe(1)
  expect(whatNeeds({ ...nothing, concerns: [concern({ state: 'taken-on', mayTakeOn: true })] }, now).count).toBe(0)
})

it('counts a concern that waits elsewhere for whoever learns only that it waits', () => {
  expect(whatNeeds({ ...nothing, concerns: [concern({ mayReceive: false, openable: false })] }, now).count).toBe(1)
})

it('counts an entry until it is answered, and today’s meeting but not tomorrow’s', () => {
  const share = { shareId: 's', entryId: 'e', fromName: 'Priya', sharedAt: now, openedAt: now, answered: false }
  expect(whatNeeds({ ...nothing, journal: { unfinished: null, lastEntryAt: null, sharedWithMe: [share, { ...share, answered: true }] } }, now).count).toBe(1)
  const meeting = { meetingId: 'm', groupName: 'Riverside', startsAt: new Date('2026-11-24T15:40:00Z'), minutes: 60, place: 'Room 12', number: 3, of: 5, supervisorNames: [], isOpen: false, expected: 8 }
  expect(whatNeeds({ ...nothing, meetings: [meeting, { ...meeting, startsAt: new Date('2026-11-25T15:40:00Z') }] }, now).count).toBe(1)
})

it('counts whatever stands under a heading that asks for something', () => {
  const toClaim = [{ specificationId: 's', organisationId: 'o', title: 'Peer Mentor', where: 'Riverside', ready: 2 }]
  expect(sayNeeds(whatNeeds({ ...nothing, toClaim }, now).count)).toBe('One thing needs you')
  const registers = [{ kind: 'case' as const, id: 'c', name: null, where: 'Riverside', since: now, dueAt: null, isMine: false }]
  const toMark = [{ sessionId: 's', cohortId: 'c', cohortName: 'Peer mentors', title: 'The role', startsAt: now, left: 3 }]
  expect(whatNeeds({ ...nothing, toClaim, registers, toMark, toAward: [{ cohortId: 'c', cohortName: 'Peer mentors', where: 'Riverside', ready: 1 }] }, now).count).toBe(4)
})

it('says how many in words', () => {
  expect([0, 1, 3, 12].map(sayNeeds)).toEqual(['Nothing needs you now', 'One thing needs you', 'Three things need you', '12 things need you'])
  expect([[], ['Marcus'], ['Marcus', 'Helen'], ['Marcus', 'Helen', 'Tom']].map(sayNames)).toEqual(['', 'Marcus', 'Marcus and Helen', 'Marcus, Helen and Tom'])
})

it('begins a pair in week one', () => {
  expect(weekOf(now, now)).toBe(1)
  expect(weekOf(new Date('2026-11-03T13:38:00Z'), now)).toBe(4)
  expect(weekOf(new Date('2026-11-25T13:38:00Z'), now)).toBe(1)
})
