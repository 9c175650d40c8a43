import { beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { aMeeting, anOpenRoom } from '#tests/support/a-room.ts'
import { theCast } from '#tests/support/cast.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { raiseConcern } from '../safeguarding/raise-concern.server.ts'
import { askForTime } from './ask-for-time.server.ts'
import { bringTopic } from './bring-topic.server.ts'
import { closeRoom } from './close-room.server.ts'
import { endGroupPlace } from './end-group-place.server.ts'
import { findRoom } from './find-room.server.ts'
import { openRoom } from './open-room.server.ts'
import { takeBackTime } from './take-back-time.server.ts'
import { takeSeat } from './take-seat.server.ts'
import { timeAfterHandingOn } from './time-after-handing-on.server.ts'

let cast: Cast
const of = (name: string) => cast.people[name]!
const ask = (name: string, meetingId: string) => askForTime(of(name), { meetingId, itemId: newId() })
const titles = async (name: string, meetingId: string) => (await findRoom(of(name), meetingId)).items.map(({ title }) => title)
const worry = (more: object = {}) => raiseConcern(of('priya'), { id: newId(), organisationId: cast.riverside, who: 'Kestrel', what: 'A secret of hers.', danger: 'not_now', ...more })

beforeAll(async () => { cast = await theCast() })

test('a mentor asks for time before the meeting: the group sees for whom, and nobody what; it comes where topics come', async () => {
  const { meetingId } = await aMeeting(cast)
  await Promise.all([ask('amara', meetingId), ask('amara', meetingId), ask('jay', meetingId)])
  expect((await titles('sofia', meetingId)).sort()).toEqual(['Something for Amara', 'Something for Jay'])
  for (const name of ['marcus', 'helen']) await takeSeat(of(name), { meetingId })
  await openRoom(of('marcus'), { meetingId })
  await bringTopic(of('marcus'), { meetingId, itemId: newId(), title: 'The trip', minutes: 5 })
  const laid = await titles('jay', meetingId)
  expect([laid[0], laid.at(-2), laid.at(-1)]).toEqual(['Check-in round', 'The trip', 'What we agreed'])
  expect(laid.slice(4, 6).sort()).toEqual(['Something for Amara', 'Something for Jay'])
  await takeBackTime(of('jay'), { meetingId })
  await takeBackTime(of('jay'), { meetingId })
  expect(await titles('amara', meetingId)).not.toContain('Something for Jay')
  expect(await titles('amara', meetingId)).toContain('Something for Amara')
})

test('while it is open, also; not in one that is over, not from outside, not for an adult, and in nobody else’s name', async () => {
  const { meetingId, groupId } = await anOpenRoom(cast)
  await ask('sofia', meetingId)
  expect(await titles('amara', meetingId)).toContain('Something for Sofia')
  for (const name of ['marcus', 'helen']) await expect(ask(name, meetingId), name).rejects.toThrow(Forbidden)
  for (const name of ['priya', 'zia', 'fatima', 'leon', 'ella']) await expect(ask(name, meetingId), name).rejects.toThrow(NotFound)
  await expect(ask('grace', meetingId)).rejects.toThrow(Forbidden)
  for (const name of ['priya', 'grace', 'marcus', 'leon']) expect(await change(of(name), (tx) => tx.$queryRaw`SELECT app.ask_for_time(${newId()}::uuid, ${meetingId}::uuid) AS is, app.take_back_time(${meetingId}::uuid) AS gone`), name).toEqual([{ is: false, gone: false }])
  await expect(change(of('amara'), (tx) => tx.agendaItem.createMany({ data: [{ meetingId, organisationId: cast.riverside, position: 500, kind: 'topic', title: 'Mine', minutes: 5, forId: of('amara').id }] }))).rejects.toThrow()
  await endGroupPlace(of('marcus'), { groupId, personId: of('sofia').id })
  await expect(takeBackTime(of('sofia'), { meetingId })).rejects.toThrow(NotFound)
  await closeRoom(of('marcus'), { meetingId })
  await expect(ask('amara', meetingId)).rejects.toThrow(Conflict)
})

test('after handing on it is offered, without a word of what; not with whom they kept it from, and a lead who keeps it from them later does not show', async () => {
  const { meetingId } = await aMeeting(cast, ['priya', 'dylan'])
  const id = await worry()
  const offered = await timeAfterHandingOn(of('priya'), id)
  expect(offered).toMatchObject({ supervisorNames: ['Marcus', 'Helen'], isAsked: false })
  await ask('priya', offered!.meetingId)
  expect(await timeAfterHandingOn(of('priya'), id)).toMatchObject({ isAsked: true })
  expect(await titles('marcus', offered!.meetingId)).toContain('Something for Priya')
  expect(await read(of('marcus'), (tx) => tx.agendaItem.findMany({ where: { forId: of('priya').id, meetingId: offered!.meetingId }, select: { title: true, kind: true } }))).toEqual([{ title: 'Something for Priya', kind: 'topic' }])
  for (const more of [{ isAboutMentoring: true }, { isAboutAdult: true, keptFrom: [of('helen').id] }]) expect(await timeAfterHandingOn(of('priya'), await worry(more))).toBeNull()
  for (const name of ['jay', 'fatima', 'marcus', 'zia']) expect(await timeAfterHandingOn(of(name), id), name).toBeNull()
  expect(meetingId).toBeTruthy()
})
