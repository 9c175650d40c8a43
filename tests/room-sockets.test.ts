import type { Socket } from 'socket.io-client'
import { beforeAll, expect, test } from 'vitest'
import { setSession } from '#app/http/session.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { signIn } from '#modules/identity/sign-in.server.ts'
import { demoPassword } from '#modules/identity/demo-people.ts'
import { endRole } from '#modules/organisations/end-role.server.ts'
import { read } from '#modules/db/read.server.ts'
import { endGroupPlace } from '#modules/supervision/end-group-place.server.ts'
import { mayWatchMeeting } from '#modules/supervision/may-watch-meeting.server.ts'
import { keepNote } from '#modules/supervision/keep-note.server.ts'
import { pressQuietSignal } from '#modules/supervision/press-quiet-signal.server.ts'
import { raiseHand } from '#modules/supervision/raise-hand.server.ts'
import { answerInRoom } from '#modules/teaching/answer-in-room.server.ts'
import { comeIn } from '#modules/teaching/come-in.server.ts'
import { goToStep } from '#modules/teaching/go-to-step.server.ts'
import { sayStuck } from '#modules/teaching/say-stuck.server.ts'
import { aLiveServer } from './support/a-live-server.ts'
import { anOpenRoom } from './support/a-room.ts'
import { aTaughtSitting } from './support/a-taught-sitting.ts'
import { theCast } from './support/cast.ts'
import type { Cast } from '#prisma/demo/people.ts'

let cast: Cast
const knock = aLiveServer()
beforeAll(async () => { cast = await theCast() })

const once = <Given extends unknown[]>(socket: Socket, event: string) => new Promise<Given>((resolve) => { socket.once(event, (...given: unknown[]) => resolve(given as Given)) })
const cookieOf = async (username: string) => (await setSession((await signIn({ username, password: demoPassword }, { address: '10.0.0.9', device: 'a test' }))!.token)).split(';')[0]!
const watch = (socket: Socket, id: string, what: 'meeting' | 'teaching' = 'meeting') => socket.emitWithAck('watch', what, id) as Promise<string>
const connected = async (username: string) => {
  const socket = knock(await cookieOf(username))
  await once(socket, 'connect')
  return socket
}

test('a stranger does not come in at all', async () => {
  const [error] = await once<[Error]>(knock('belay=made-up'), 'connect_error')
  expect(error.message).toBe('sign-in')
})

test('who is not in the group may not watch the room, whatever they are', async () => {
  const { meetingId } = await anOpenRoom(cast)
  for (const username of ['zia', 'priya']) expect(await watch(await connected(username), meetingId), username).toBe('refused')
  // Adults need a second factor before they have a socket at all; the question asked of them is the same.
  for (const username of ['grace', 'leon', 'fatima', 'hana', 'sam', 'ella', 'vera']) expect(await mayWatchMeeting(cast.people[username]!, meetingId), username).toBe(false)
  expect(await mayWatchMeeting(cast.people.helen!, meetingId)).toBe(true)
  expect(await watch(await connected('amara'), newId())).toBe('refused')
})

test('a member hears news that carries ids and nothing else, and nothing of what is private', async () => {
  const { meetingId } = await anOpenRoom(cast)
  const [amara, jay] = [await connected('amara'), await connected('jay')]
  expect(await watch(amara, meetingId)).toBe('watching')
  expect(await watch(jay, meetingId)).toBe('watching')
  const heard: unknown[] = []
  jay.on('news', (...given: unknown[]) => heard.push(given))
  await pressQuietSignal(cast.people.amara!, { meetingId, signalId: newId() })
  const kept = once(jay, 'news')
  await keepNote(cast.people.amara!, { meetingId, noteId: newId(), words: 'Ask before advice' })
  expect(await kept).toEqual(['room:kept', {}])
  expect(heard).toEqual([['room:kept', {}]])
})

test('phones in a session hear that the room has moved, and nothing of who is stuck, here or has answered', async () => {
  const { sessionId } = await aTaughtSitting(cast, ['amara', 'jay'])
  const [amara, jay, priya] = [await connected('amara'), await connected('jay'), await connected('priya')]
  expect([await watch(amara, sessionId, 'teaching'), await watch(jay, sessionId, 'teaching'), await watch(priya, sessionId, 'teaching')]).toEqual(['watching', 'watching', 'refused'])
  const heard: unknown[] = []
  for (const socket of [jay, priya]) socket.on('news', (...given: unknown[]) => heard.push(given))
  await comeIn(cast.people.amara!, { sessionId })
  await sayStuck(cast.people.amara!, { sessionId, stuckId: newId() })
  await answerInRoom(cast.people.amara!, { sessionId, questionId: 'somebody-older', words: 'My gran', answerId: newId() })
  const moved = once(jay, 'news')
  await goToStep(cast.people.sam!, { sessionId, afterNumber: 1, place: 1 })
  expect(await moved).toEqual(['teaching:moved', {}])
  expect(heard).toEqual([['teaching:moved', {}]])
})

test('when a place in the group ends, the socket is dropped, and refused when it comes back', async () => {
  const { meetingId, groupId } = await anOpenRoom(cast)
  const cookie = await cookieOf('jay')
  const socket = knock(cookie)
  await once(socket, 'connect')
  expect(await watch(socket, meetingId)).toBe('watching')
  const dropped = once<[string]>(socket, 'disconnect')
  await endGroupPlace(cast.people.grace!, { groupId, personId: cast.people.jay!.id })
  expect((await dropped)[0]).toBe('io server disconnect')
  const again = knock(cookie)
  await once(again, 'connect')
  expect(await watch(again, meetingId)).toBe('refused')
  await expect(raiseHand(cast.people.jay!, { meetingId, turnId: newId() })).rejects.toThrow()
})

test('the same when the role in the setting ends, though the place in the group was never ended', async () => {
  const { meetingId } = await anOpenRoom(cast, ['kofi', 'priya'])
  const cookie = await cookieOf('kofi')
  const socket = knock(cookie)
  await once(socket, 'connect')
  expect(await watch(socket, meetingId)).toBe('watching')
  const dropped = once(socket, 'disconnect')
  const membership = await read(cast.people.grace!, (tx) => tx.membership.findFirstOrThrow({ where: { personId: cast.people.kofi!.id, endsAt: null } }))
  await endRole(cast.people.grace!, { membershipId: membership.id })
  await dropped
  const again = knock(cookie)
  await once(again, 'connect')
  expect(await watch(again, meetingId)).toBe('refused')
})
