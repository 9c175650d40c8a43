import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { aGateway } from '#tests/support/a-gateway.ts'
import { theCast } from '#tests/support/cast.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { tell } from '../live/tell.server.ts'
import { addNote } from './add-note.server.ts'
import { ConcernNews } from './events.ts'
import { raiseConcern } from './raise-concern.server.ts'
import { receiveConcern } from './receive-concern.server.ts'
import { takeOnConcern } from './take-on-concern.server.ts'

let cast: Cast
let gateway: Awaited<ReturnType<typeof aGateway>>
const heard = new Map<string, string[]>()
const sockets: Socket[] = []
const of = (name: string) => cast.people[name]!

beforeAll(async () => {
  cast = await theCast()
  gateway = await aGateway(cast)
  // Everybody of the demo has a page open, and Tom a second one that is locked.
  await Promise.all([...Object.keys(cast.people), 'tom-locked'].map((name) => new Promise<void>((resolve, reject) => {
    const socket = io(gateway.address, { path: '/live', transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { cookie: name } })
    sockets.push(socket)
    heard.set(name, [])
    socket.onAny((kind: string, event?: string, ids?: unknown) => {
      if (kind === 'news' && event !== 'done') ConcernNews.parse(ids)
      heard.get(name)!.push(kind === 'news' ? event! : kind)
    })
    socket.on('connect', () => resolve()).on('connect_error', reject)
  })))
})
afterAll(async () => {
  for (const socket of sockets) socket.close()
  await gateway.close()
})

/** What each heard of a deed. One last word to everybody, after it on the same connection, says that all has been heard. */
async function hearsOf(deed: () => Promise<unknown>): Promise<Record<string, string[]>> {
  for (const list of heard.values()) list.length = 0
  const isDone = Promise.all(sockets.slice(0, -1).map((socket) => new Promise<void>((resolve) => {
    const listen = (event: string) => { if (event === 'done') { socket.off('news', listen); resolve() } }
    socket.on('news', listen)
  })))
  await deed()
  await change(of('grace'), async (tx) => { for (const person of Object.values(cast.people)) await tell(tx, `person:${person.id}`, 'done') })
  await isDone
  return Object.fromEntries([...heard].map(([name, list]) => [name, list.filter((event) => event !== 'done')] as const).filter(([name, list]) => list.length > 0 && name !== 'tom-locked'))
}

test('a concern is heard by the first rung and nobody else; each step by those it concerns', async () => {
  const id = newId()
  expect(await hearsOf(() => raiseConcern(of('jay'), { id, who: 'Wren', what: 'She is afraid.', danger: 'soon' }))).toEqual({ marcus: ['concern:raised'], fatima: ['concern:raised'], tom: ['concern:raised'] })
  expect(heard.get('tom-locked')!.every((event) => event === 'bell')).toBe(true)
  expect(heard.get('tom-locked')!.length).toBeGreaterThan(0)

  const told = ['marcus', 'fatima', 'tom', 'jay']
  expect(await hearsOf(() => receiveConcern(of('marcus'), { concernId: id }))).toEqual(Object.fromEntries(told.map((name) => [name, ['concern:received']])))
  expect(await hearsOf(() => takeOnConcern(of('fatima'), { concernId: id, firstStep: 'See her now.' }))).toEqual(Object.fromEntries(told.map((name) => [name, ['concern:taken-on']])))
  expect(await hearsOf(() => addNote(of('fatima'), { id: newId(), concernId: id, words: 'Seen.' }))).toEqual({ tom: ['concern:noted'] })
})

test('whoever it is about hears nothing at any step', async () => {
  const id = newId()
  expect(await hearsOf(() => raiseConcern(of('jay'), { id, who: 'Marcus', what: 'He shouts.', danger: 'not_now', isAboutAdult: true, keptFrom: [of('marcus').id] }))).toEqual({ fatima: ['concern:raised'], tom: ['concern:raised'] })
  expect(Object.keys(await hearsOf(() => receiveConcern(of('tom'), { concernId: id })))).not.toContain('marcus')
})
