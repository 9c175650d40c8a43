import { io, type Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Cast } from '#prisma/demo/people.ts'
import { aGateway } from '#tests/support/a-gateway.ts'
import { asOwner } from '#tests/support/as-owner.ts'
import { theCast } from '#tests/support/cast.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { dropSockets, tell } from './tell.server.ts'

let cast: Cast
let gateway: Awaited<ReturnType<typeof aGateway>>
const open: Socket[] = []

beforeAll(async () => {
  cast = await theCast()
  gateway = await aGateway(cast, { meeting: (viewer, id) => Promise.resolve(viewer.name === 'Amara' && id.endsWith('1')) })
})
afterEach(() => { for (const socket of open.splice(0)) socket.close() })
afterAll(() => gateway.close())

const connect = (cookie: string, extra: Record<string, string> = {}) => new Promise<Socket>((resolve, reject) => {
  const socket = io(gateway.address, { path: '/live', transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { cookie, ...extra } })
  open.push(socket)
  socket.on('connect', () => resolve(socket)).on('connect_error', reject)
})
const heard = (socket: Socket, event = 'news') => new Promise<unknown[]>((resolve) => socket.once(event, (...given: unknown[]) => resolve(given)))
const news = (to: Parameters<typeof tell>[1], event: string) => change(cast.people.grace!, (tx) => tell(tx, to, event, { id: '7' }))

test('a stranger is turned away at the door, and so is another site', async () => {
  await expect(connect('nobody')).rejects.toThrow('sign-in')
  await expect(connect('amara', { origin: 'https://elsewhere.example' })).rejects.toThrow()
})

test('news reaches the person it is for, on every page they have open, and nobody else', async () => {
  const [one, two, other] = await Promise.all([connect('amara'), connect('amara'), connect('jay')])
  const overheard: unknown[] = []
  other.onAny((...given) => overheard.push(given))
  const both = Promise.all([heard(one), heard(two)])
  await news(`person:${cast.people.amara!.id}`, 'concern:received')
  expect(await both).toEqual([['concern:received', { id: '7' }], ['concern:received', { id: '7' }]])
  // Jay's own news comes after Amara's on the same connection to the database: had he been told of hers, he would have heard it by now.
  const his = heard(other)
  await news(`person:${cast.people.jay!.id}`, 'his-own')
  await his
  expect(overheard).toEqual([['news', 'his-own', { id: '7' }]])
})

test('to watch a thing one is asked; what is no topic is refused', async () => {
  const amara = await connect('amara')
  const ask = (topic: string, id: string) => amara.timeout(2000).emitWithAck('watch', topic, id)
  expect(await ask('meeting', '00000000-0000-7000-8000-000000000001')).toBe('watching')
  expect(await ask('meeting', '00000000-0000-7000-8000-000000000002')).toBe('refused')
  expect(await ask('constructor', '00000000-0000-7000-8000-000000000001')).toBe('refused')
  const told = heard(amara)
  await news('meeting:00000000-0000-7000-8000-000000000002', 'not-hers')
  await news('meeting:00000000-0000-7000-8000-000000000001', 'hers')
  expect((await told)[0]).toBe('hers')
})

test('a locked page hears a bell and nothing else', async () => {
  const locked = await connect('marcus-locked')
  const given: unknown[] = []
  locked.onAny((...all) => given.push(all))
  const bell = heard(locked, 'bell')
  await news(`person:${cast.people.marcus!.id}`, 'concern:raised')
  expect(await bell).toEqual([])
  expect(given).toEqual([['bell']])
})

test('when somebody\'s access changes their sockets are dropped', async () => {
  const [amara, jay] = await Promise.all([connect('amara'), connect('jay')])
  const gone = new Promise((resolve) => amara.once('disconnect', resolve))
  await change(cast.people.grace!, (tx) => dropSockets(tx, cast.people.amara!.id))
  expect(await gone).toBe('io server disconnect')
  expect(jay.connected).toBe(true)
})

test('news of a transaction that fails is never told', async () => {
  const amara = await connect('amara')
  const told = heard(amara)
  await expect(change(cast.people.grace!, async (tx) => {
    await tell(tx, `person:${cast.people.amara!.id}`, 'never')
    throw new Error('the power went')
  })).rejects.toThrow()
  await news(`person:${cast.people.amara!.id}`, 'this one')
  expect((await told)[0]).toBe('this one')
})

test('what was told after a page was drawn and before its socket opened is not missed, of a person or of a thing', async () => {
  const meeting = '00000000-0000-7000-8000-000000000001'
  const first = await connect('amara')
  await first.emitWithAck('watch', 'meeting', meeting)
  const drawn = now().getTime()
  const both = [heard(first)]
  await news(`meeting:${meeting}`, 'came in')
  await both[0]
  // Whoever asks of a moment well after it hears nothing but the next thing.
  const given: unknown[] = []
  const later = await connect('amara')
  await later.emitWithAck('watch', 'meeting', meeting)
  later.onAny((...all) => given.push(all))
  later.emit('since', drawn + 60_000)
  const other = await connect('helen')
  other.onAny((...all) => given.push(all))
  other.emit('since', drawn)
  other.emit('since', 'yesterday')
  const missed = heard(later, 'missed')
  later.emit('since', drawn)
  await missed
  // Drawn longer ago than anything is remembered, or before this process was: nobody knows, so it reads again.
  const old = heard(other, 'missed')
  other.emit('since', drawn - 3_600_000)
  await old
  expect(given).toEqual([['missed'], ['missed']])
})

test('what was told while the connection to the database was broken is missed by no page that was drawn then and opens its socket after', async () => {
  const here = await connect('amara')
  const back = heard(here, 'missed')
  await asOwner(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN belay'`)
  const drawn = now().getTime()
  await news(`person:${cast.people.tom!.id}`, 'concern:raised')
  await back
  const given: unknown[] = []
  const later = await connect('tom')
  later.onAny((...all) => given.push(all))
  const missed = heard(later, 'missed')
  // What was drawn well after it could hear again is whole.
  later.emit('since', drawn + 60_000)
  later.emit('since', drawn)
  await missed
  expect(given).toEqual([['missed']])
})
