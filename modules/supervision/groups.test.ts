import { beforeAll, expect, test } from 'vitest'
import { aMeeting, inLondon } from '#tests/support/a-room.ts'
import { theCast } from '#tests/support/cast.ts'
import { onServer } from '#tests/support/template.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { databaseUrl } from '../db/clients.server.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { addToGroup } from './add-to-group.server.ts'
import { callOffMeeting } from './call-off-meeting.server.ts'
import { changeGroup } from './change-group.server.ts'
import { endGroupPlace } from './end-group-place.server.ts'
import { findGroup } from './find-group.server.ts'
import { findRoom } from './find-room.server.ts'
import { makeGroup } from './make-group.server.ts'
import { meetingsAhead } from './meetings-ahead.server.ts'
import { moveMeeting } from './move-meeting.server.ts'
import { planMeetings } from './plan-meetings.server.ts'
import { takeSeat } from './take-seat.server.ts'

let cast: Cast
beforeAll(async () => {
  cast = await theCast()
  const day = (ahead: number) => new Date(now().getTime() + ahead * 86_400_000)
  await change(cast.people.grace!, (tx) => tx.term.createMany({ data: [{ organisationId: cast.riverside, name: 'This term', startsOn: day(-60), endsOn: day(60) }] }))
})
const as = (name: string) => cast.people[name]!
const fields = () => ({ groupId: newId(), organisationId: cast.riverside, name: 'Tuesday group', place: 'Room 12', callAddress: null, firstAt: inLondon(5), minutes: 60, youthWorkerId: as('marcus').id, specialistId: as('helen').id, mentorIds: [as('priya').id] })

test('a coordinator or youth worker makes a group, its meetings are planned within the term, and planning again adds nothing', async () => {
  const group = fields()
  await makeGroup(as('grace'), group)
  await makeGroup(as('grace'), group) // the form sent twice
  const { meetings } = await findGroup(as('grace'), group.groupId)
  expect(meetings).toHaveLength(5)
  expect(await planMeetings(as('marcus'), group.groupId)).toBe(0)
  expect((await meetingsAhead(as('priya')))[0]).toMatchObject({ groupName: 'Tuesday group', number: 1, of: 5, isOpen: false, expected: 1, supervisorNames: ['Marcus', 'Helen'], minutes: 60, place: 'Room 12' })
})

test('the two supervisors are two people of the two professions', async () => {
  await expect(makeGroup(as('grace'), { ...fields(), specialistId: as('marcus').id })).rejects.toThrow('two people')
  await expect(makeGroup(as('grace'), { ...fields(), specialistId: as('fatima').id })).rejects.toThrow(Conflict)
  await expect(makeGroup(as('grace'), { ...fields(), youthWorkerId: as('leon').id })).rejects.toThrow(Conflict)
  await expect(makeGroup(as('grace'), { ...fields(), mentorIds: [as('zia').id] })).rejects.toThrow(Conflict)
})

test('a day that is not in the calendar, or is centuries away, is said to be wrong', async () => {
  for (const firstAt of ['2026-13-45T99:99', '2026-02-30T10:00', '0001-01-01T00:00', 'soon']) await expect(makeGroup(as('grace'), { ...fields(), firstAt }), firstAt).rejects.toThrow('Choose the day')
  for (const rule of ['FREQ=SECONDLY', 'FREQ=WEEKLY\nDTSTART:20200101T000000Z', 'x']) await expect(makeGroup(as('grace'), { ...fields(), rule }), rule).rejects.toThrow('cannot follow')
})

test('others make none: here, or elsewhere', async () => {
  for (const name of ['amara', 'helen', 'fatima', 'hana', 'sam']) await expect(makeGroup(as(name), fields()), name).rejects.toThrow(Forbidden)
  for (const name of ['cass', 'leon', 'zia', 'vera']) await expect(makeGroup(as(name), fields()), name).rejects.toThrow(NotFound)
})

test('a meeting moves by the wall clock and is not planned a second time; one called off stays in the list and opens for nobody', async () => {
  const { groupId, meetingId } = await aMeeting(cast)
  const to = inLondon(60 * 24)
  await expect(moveMeeting(as('amara'), { meetingId, startsAt: to, place: 'Hall' })).rejects.toThrow(Forbidden)
  await moveMeeting(as('helen'), { meetingId, startsAt: to, place: 'Hall' })
  expect(await planMeetings(as('grace'), groupId)).toBe(0)
  expect((await findRoom(as('amara'), meetingId)).place).toBe('Hall')
  await expect(takeSeat(as('amara'), { meetingId })).rejects.toThrow('half an hour')
  await callOffMeeting(as('grace'), { meetingId })
  expect((await findRoom(as('amara'), meetingId)).state).toEqual({ is: 'called-off' })
  await expect(takeSeat(as('amara'), { meetingId })).rejects.toThrow('called off')
})

test('new times call off what was planned by the old ones, and plan anew from now', async () => {
  const { groupId } = await aMeeting(cast)
  const { group } = await findGroup(as('grace'), groupId)
  await changeGroup(as('grace'), { groupId, name: group.name, place: 'Library', callAddress: 'https://calls.example/riverside', rule: 'FREQ=WEEKLY;INTERVAL=1', firstAt: inLondon(60 * 26), minutes: 45 })
  const { meetings } = await findGroup(as('grace'), groupId)
  expect(meetings.filter((meeting) => meeting.isCalledOff)).toHaveLength(5)
  const standing = meetings.filter((meeting) => !meeting.isCalledOff)
  expect(standing).toHaveLength(9)
  expect(standing.every((meeting) => meeting.place === 'Library')).toBe(true)
})

test('a place is given and ended; when it ends the room is gone for them; the last supervisor of a profession stays', async () => {
  const { groupId, meetingId } = await aMeeting(cast)
  await addToGroup(as('grace'), { groupId, personId: as('kofi').id, part: 'mentor' })
  expect((await findRoom(as('kofi'), meetingId)).me.part).toBe('mentor')
  await expect(addToGroup(as('grace'), { groupId, personId: as('marcus').id, part: 'specialist' })).rejects.toThrow(Conflict)
  await endGroupPlace(as('grace'), { groupId, personId: as('kofi').id })
  await expect(findRoom(as('kofi'), meetingId)).rejects.toThrow(NotFound)
  await expect(takeSeat(as('kofi'), { meetingId })).rejects.toThrow(NotFound)
  await expect(endGroupPlace(as('grace'), { groupId, personId: as('helen').id })).rejects.toThrow('Add another specialist first')
  await expect(endGroupPlace(as('amara'), { groupId, personId: as('jay').id })).rejects.toThrow()
})

test('a role that ends later counts until then; one that has not begun, or has ended, does not', async () => {
  const until = (name: string, starts: string, ends: string) => onServer(databaseUrl(), `UPDATE "Membership" SET "startsAt" = app.now() + interval '${starts}', "endsAt" = app.now() + interval '${ends}' WHERE "personId" = '${as(name).id}' AND role = 'mentor'`)
  await until('sofia', '-30 days', '30 days')
  const { groupId, ...group } = fields()
  await makeGroup(as('grace'), { ...group, groupId, mentorIds: [as('sofia').id] })
  for (const [starts, ends] of [['1 day', '30 days'], ['-30 days', '-1 day']] as const) {
    await until('kofi', starts, ends)
    await expect(makeGroup(as('grace'), { ...fields(), mentorIds: [as('kofi').id] })).rejects.toThrow(Conflict)
    await expect(addToGroup(as('grace'), { groupId, personId: as('kofi').id, part: 'mentor' })).rejects.toThrow(Conflict)
    expect((await findGroup(as('grace'), groupId)).addable.map(({ personId }) => personId)).not.toContain(as('kofi').id)
  }
})
