import { beforeAll, expect, test } from 'vitest'
import { aMeeting, anOpenRoom } from '#tests/support/a-room.ts'
import { theCast } from '#tests/support/cast.ts'
import { moveClock } from '#tests/support/move-clock.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { addMinutes } from './add-minutes.server.ts'
import { bringTopic } from './bring-topic.server.ts'
import { closeRoom } from './close-room.server.ts'
import { findRoom } from './find-room.server.ts'
import { goOnWithOne } from './go-on-with-one.server.ts'
import { keepNote } from './keep-note.server.ts'
import { leaveRoom } from './leave-room.server.ts'
import { lowerHand } from './lower-hand.server.ts'
import { nextItem } from './next-item.server.ts'
import { nextTurn } from './next-turn.server.ts'
import { openRoom } from './open-room.server.ts'
import { raiseHand } from './raise-hand.server.ts'
import { renewSeat } from './renew-seat.server.ts'
import { sayNothingWaits } from './say-nothing-waits.server.ts'
import { takeSeat } from './take-seat.server.ts'

let cast: Cast
beforeAll(async () => { cast = await theCast() })
const as = (name: string) => cast.people[name]!
const presence = async (name: string, meetingId: string) => Object.fromEntries((await findRoom(as('marcus'), meetingId)).members.map((member) => [member.name, member.presence]))[name]

test('the lobby says who is here and what is missing; the room opens with both supervisors', async () => {
  const { meetingId } = await aMeeting(cast)
  await takeSeat(as('amara'), { meetingId })
  await takeSeat(as('marcus'), { meetingId })
  expect(await findRoom(as('amara'), meetingId)).toMatchObject({ state: { is: 'lobby', missing: ['specialist'] }, me: { part: 'mentor', isSeated: true, supervises: false }, forSupervisors: null })
  await expect(openRoom(as('amara'), { meetingId })).rejects.toThrow(Forbidden)
  await expect(openRoom(as('marcus'), { meetingId })).rejects.toThrow('Both supervisors have to be here')
  await takeSeat(as('helen'), { meetingId })
  const both = await Promise.allSettled([openRoom(as('marcus'), { meetingId }), openRoom(as('helen'), { meetingId })])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  const room = await findRoom(as('amara'), meetingId)
  expect(room.state).toEqual({ is: 'open' })
  expect(room.items.map((item) => item.kind)).toEqual(['check-in', 'safety', 'topic', 'top-up', 'agreed'])
  expect(room.me.mark).toBe('present')
})

test('alone, a supervisor opens only with a reason and a named standby, and both are on record', async () => {
  const { meetingId } = await aMeeting(cast)
  await takeSeat(as('marcus'), { meetingId })
  const override = { reason: 'Helen’s train is late, she is twenty minutes away.', standbyId: as('fatima').id }
  await expect(openRoom(as('marcus'), { meetingId, override: { ...override, reason: 'late' } })).rejects.toThrow()
  await expect(openRoom(as('marcus'), { meetingId, override: { ...override, standbyId: as('amara').id } })).rejects.toThrow(Conflict)
  await expect(openRoom(as('marcus'), { meetingId, override: { ...override, standbyId: as('bea').id } })).rejects.toThrow(Conflict)
  await openRoom(as('marcus'), { meetingId, override })
  expect(await findRoom(as('marcus'), meetingId)).toMatchObject({ state: { is: 'open' }, standbyId: as('fatima').id, forSupervisors: { overrideReason: override.reason } })
  expect(JSON.stringify(await findRoom(as('amara'), meetingId))).not.toContain('train')
})

test('people of other groups and roles find no room, and cannot come in', async () => {
  const { meetingId } = await anOpenRoom(cast)
  for (const name of ['priya', 'zia', 'leon', 'grace', 'fatima', 'hana', 'ella', 'vera', 'sam', 'noor']) {
    await expect(findRoom(as(name), meetingId), name).rejects.toThrow(NotFound)
    await expect(takeSeat(as(name), { meetingId }), name).rejects.toThrow()
    expect(await renewSeat(as(name), { meetingId })).toBe(false)
  }
})

test('one presses "next" and so does the other: the meeting goes on by one, and the second is told', async () => {
  const { meetingId } = await anOpenRoom(cast)
  const { itemId, items } = await findRoom(as('marcus'), meetingId)
  const both = await Promise.allSettled([nextItem(as('marcus'), { meetingId, fromItemId: itemId! }), nextItem(as('helen'), { meetingId, fromItemId: itemId! })])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((both.find((one) => one.status === 'rejected') as PromiseRejectedResult).reason).toBeInstanceOf(Conflict)
  expect((await findRoom(as('amara'), meetingId)).itemId).toBe(items[1]!.id)
  await expect(nextItem(as('amara'), { meetingId, fromItemId: items[1]!.id })).rejects.toThrow(Forbidden)
})

test('two more minutes are two, however often they are pressed for', async () => {
  const { meetingId } = await anOpenRoom(cast)
  const { itemId } = await findRoom(as('marcus'), meetingId)
  const both = await Promise.allSettled([addMinutes(as('marcus'), { meetingId, itemId: itemId!, had: 0 }), addMinutes(as('helen'), { meetingId, itemId: itemId!, had: 0 })])
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect((await findRoom(as('jay'), meetingId)).items[0]).toMatchObject({ minutes: 5, addedMinutes: 2, length: 420_000 })
})

test('"nothing serious waits" is ticked once, by a supervisor', async () => {
  const { meetingId } = await anOpenRoom(cast)
  await expect(sayNothingWaits(as('amara'), { meetingId })).rejects.toThrow(Forbidden)
  await sayNothingWaits(as('helen'), { meetingId })
  await sayNothingWaits(as('marcus'), { meetingId })
  expect((await findRoom(as('amara'), meetingId)).reminder?.byId).toBe(as('helen').id)
})

test('hands go up in order, each once, and the next person speaks', async () => {
  const { meetingId } = await anOpenRoom(cast)
  const turnId = newId()
  await raiseHand(as('amara'), { meetingId, turnId })
  await raiseHand(as('amara'), { meetingId, turnId })
  await raiseHand(as('amara'), { meetingId, turnId: newId() })
  await Promise.all([raiseHand(as('jay'), { meetingId, turnId: newId() }), raiseHand(as('jay'), { meetingId, turnId: newId() })])
  expect((await findRoom(as('jay'), meetingId)).queue.map((turn) => turn.personId)).toEqual([as('amara').id, as('jay').id])

  const both = await Promise.allSettled([nextTurn(as('marcus'), { meetingId, afterTurnId: null }), nextTurn(as('helen'), { meetingId, afterTurnId: null })])
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect(await findRoom(as('jay'), meetingId)).toMatchObject({ speaking: { id: turnId }, queue: [{ personId: as('jay').id }] })
  await nextTurn(as('marcus'), { meetingId, afterTurnId: turnId })
  await lowerHand(as('jay'), { meetingId })
  expect(await findRoom(as('jay'), meetingId)).toMatchObject({ speaking: null, queue: [] })
})

test('a lapsed seat shows lost signal and comes back; one left on purpose is gone, and a beat does not bring it back', async () => {
  const { meetingId } = await anOpenRoom(cast)
  await moveClock('50 seconds')
  for (const name of ['marcus', 'helen', 'jay']) await renewSeat(as(name), { meetingId })
  await moveClock('15 seconds')
  expect(await presence('Amara', meetingId)).toBe('lost')
  expect(await presence('Jay', meetingId)).toBe('here')
  expect(await renewSeat(as('amara'), { meetingId })).toBe(true)
  expect(await presence('Amara', meetingId)).toBe('here')
  await leaveRoom(as('amara'), { meetingId })
  expect(await presence('Amara', meetingId)).toBe('gone')
  expect(await renewSeat(as('amara'), { meetingId })).toBe(false)
  await takeSeat(as('amara'), { meetingId })
  expect(await presence('Amara', meetingId)).toBe('here')
  await moveClock('0')
})

test('without its two adults the room counts two minutes and stands still; writing is kept; it goes on when they are back, and the timer left that out', async () => {
  const { meetingId } = await anOpenRoom(cast)
  const beat = async (names: string[]) => { for (const name of names) await renewSeat(as(name), { meetingId }) }
  const { itemId } = await findRoom(as('marcus'), meetingId)
  await moveClock('40 seconds')
  await beat(['marcus', 'amara', 'jay'])
  await moveClock('40 seconds') // Helen's lease ran out 20 seconds ago
  await beat(['marcus', 'amara', 'jay'])
  expect((await findRoom(as('amara'), meetingId)).state).toMatchObject({ is: 'counting', missing: ['specialist'] })
  await raiseHand(as('amara'), { meetingId, turnId: newId() })

  for (let beats = 0; beats < 3; beats++) { await moveClock('40 seconds'); await beat(['marcus', 'amara', 'jay']) }
  const still = await findRoom(as('amara'), meetingId)
  expect(still.state).toMatchObject({ is: 'still', missing: ['specialist'] })
  for (const moving of [
    () => raiseHand(as('jay'), { meetingId, turnId: newId() }), () => nextTurn(as('marcus'), { meetingId, afterTurnId: null }), () => nextItem(as('marcus'), { meetingId, fromItemId: itemId! }),
    () => addMinutes(as('marcus'), { meetingId, itemId: itemId!, had: 0 }), () => bringTopic(as('marcus'), { meetingId, itemId: newId(), title: 'Endings', minutes: 5 }),
  ]) await expect(moving()).rejects.toThrow('standing still')
  await keepNote(as('amara'), { meetingId, noteId: newId(), words: 'Written while it stood still' })

  await moveClock('50 seconds')
  await beat(['marcus'])
  expect((await findRoom(as('amara'), meetingId)).items[0]!.left).toBe(still.items[0]!.left)
  await renewSeat(as('helen'), { meetingId })
  const again = await findRoom(as('amara'), meetingId)
  expect(again).toMatchObject({ state: { is: 'open' }, kept: [{ words: 'Written while it stood still' }] })
  expect(Math.abs(again.items[0]!.left - still.items[0]!.left)).toBeLessThan(5000)
  await nextItem(as('marcus'), { meetingId, fromItemId: itemId! })
  await moveClock('0')
})

test('when one of two lost adults comes back, the room does not go on until the other is there too', async () => {
  const { meetingId } = await anOpenRoom(cast)
  await leaveRoom(as('helen'), { meetingId })
  for (let beats = 0; beats < 4; beats++) { await moveClock('40 seconds'); await renewSeat(as('marcus'), { meetingId }) }
  await leaveRoom(as('marcus'), { meetingId })
  await takeSeat(as('helen'), { meetingId })
  expect((await findRoom(as('amara'), meetingId)).state).toMatchObject({ is: 'still', missing: ['youth_worker'] })
  await goOnWithOne(as('helen'), { meetingId, reason: 'Marcus went with Sofia to the office.', standbyId: as('tom').id })
  expect(await findRoom(as('amara'), meetingId)).toMatchObject({ state: { is: 'open' }, standbyId: as('tom').id })
  await moveClock('0')
})

test('a closed room is over: nobody comes in, nothing moves, and who was never seen is marked absent', async () => {
  const { meetingId } = await anOpenRoom(cast)
  await expect(closeRoom(as('jay'), { meetingId })).rejects.toThrow(Forbidden)
  await closeRoom(as('marcus'), { meetingId })
  await expect(closeRoom(as('helen'), { meetingId })).rejects.toThrow('This meeting is over.')
  await expect(takeSeat(as('sofia'), { meetingId })).rejects.toThrow('This meeting is over.')
  await expect(keepNote(as('jay'), { meetingId, noteId: newId(), words: 'Too late' })).rejects.toThrow(Conflict)
  expect(await renewSeat(as('jay'), { meetingId })).toBe(false)
  const { forSupervisors } = await findRoom(as('helen'), meetingId)
  expect(forSupervisors!.register).toContainEqual({ personId: as('sofia').id, mark: 'absent', byRoom: true })
  expect((await findRoom(as('sofia'), meetingId)).me.mark).toBe('absent')
})
