import pg from 'pg'
import { io, type Socket } from 'socket.io-client'
import { newId } from '#modules/db/new-id.ts'
import { page, shares } from './times.ts'

const wallClock = () => performance.timeOrigin + performance.now()

async function open(url: string, cookie: string, path: string): Promise<Socket> {
  const socket = io(url, { path, transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { cookie } })
  await new Promise((resolve, reject) => socket.once('connect', () => resolve(undefined)).once('connect_error', reject))
  return socket
}

/** Some at a time: five hundred at once would measure the door. */
async function openMany(count: number, one: (index: number) => Promise<Socket>): Promise<Socket[]> {
  const sockets: Socket[] = []
  while (sockets.length < count) sockets.push(...await Promise.all(Array.from({ length: Math.min(25, count - sockets.length) }, (_, index) => one(sockets.length + index))))
  return sockets
}

/** Tells, waits until everybody has heard, tells again: how long each waited. */
async function hearing(sockets: Socket[], times: number, tellNow: () => Promise<number>) {
  const took: number[] = []
  for (let count = 0; count < times; count++) {
    const heard = Promise.all(sockets.map((socket) => new Promise<number>((resolve) => { socket.once('news', () => resolve(wallClock())) })))
    const from = await tellNow()
    took.push(...(await heard).map((at) => at - from))
  }
  for (const socket of sockets) socket.disconnect()
  return shares(took)
}

/** A room with this many sockets in it: from the commit (a bare notification is one) to each of them. */
export async function room(url: string, databaseUrl: string, cookies: string[], meetingId: string, count = 500) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const sockets = await openMany(count, async (index) => {
    const socket = await open(url, cookies[index % cookies.length]!, '/live')
    const answer: unknown = await socket.emitWithAck('watch', 'meeting', meetingId)
    if (answer !== 'watching') throw new Error(`The room said ${String(answer)}.`)
    return socket
  })
  const figures = await hearing(sockets, 20, async () => {
    const from = wallClock()
    await client.query(`SELECT pg_notify('belay', $1)`, [JSON.stringify({ to: `meeting:${meetingId}`, event: 'room:kept', ids: {} })])
    return from
  })
  await client.end()
  return figures
}

/** The same number of sockets at a server with nothing in it. */
export async function bareRoom(url: string, count = 500) {
  const sockets = await openMany(count, () => open(url, '', '/socket.io'))
  return hearing(sockets, 20, async () => {
    const from = wallClock()
    await page(`${url}/tell`)
    return from
  })
}

/** A concern sent with the form, until the worker's open page hears of it: the whole deed is in between. */
export async function concern(url: string, mentor: string, worker: string, times = 60) {
  const socket = await open(url, worker, '/live')
  return hearing([socket], times, async () => {
    const from = wallClock()
    const body = new URLSearchParams({ id: newId(), who: 'Wren', what: 'He is afraid to go home.', danger: 'soon' })
    const answer = await fetch(`${url}/worried/about`, { method: 'POST', redirect: 'manual', headers: { Origin: url, cookie: mentor, 'Content-Type': 'application/x-www-form-urlencoded' }, body: body.toString() })
    if (answer.status !== 302) throw new Error(`The concern was answered with ${answer.status}.`)
    return from
  })
}

/**
 * Worries at once, with many pages open of which some are of people who are told: from the commit (as another listener at the database hears it) to each of
 * their pages, and from the press of the sender. Told once each, or it says so.
 */
export async function burst(url: string, databaseUrl: string, { told, others, senders }: { told: string[]; others: string[]; senders: string[] }, { pages = 1000, concerns = 50 } = {}) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('LISTEN belay')
  const ids = Array.from({ length: concerns }, () => newId())
  const [pressed, kept, heard] = [new Map<string, number>(), new Map<string, number>(), new Map(ids.map((id) => [id, [] as number[]]))]
  client.on('notification', ({ payload }) => {
    const at = wallClock()
    const { event, ids: { concernId = '' } } = JSON.parse(payload!) as { event: string; ids: { concernId?: string } }
    if (event === 'concern:raised' && heard.has(concernId) && !kept.has(concernId)) kept.set(concernId, at)
  })
  const cookies = Array.from({ length: pages }, (_, index) => (index % 8 ? others[index % others.length]! : told[(index / 8) % told.length]!))
  const expected = cookies.filter((cookie) => told.includes(cookie)).length * concerns
  let count = 0
  let all: () => void
  const done = new Promise<void>((resolve) => { all = resolve })
  const sockets = await openMany(pages, async (index) => {
    const socket = await open(url, cookies[index]!, '/live')
    socket.on('news', (event: string, { concernId }: { concernId: string }) => {
      if (event !== 'concern:raised') return
      heard.get(concernId)?.push(wallClock())
      if (++count === expected) all()
    })
    return socket
  })
  await Promise.all(ids.map(async (id, index) => {
    pressed.set(id, wallClock())
    const body = new URLSearchParams({ id, who: 'Wren', what: 'He is afraid to go home.', danger: 'now' })
    const answer = await fetch(`${url}/worried/about`, { method: 'POST', redirect: 'manual', headers: { Origin: url, cookie: senders[index % senders.length]! }, body })
    if (answer.status !== 302) throw new Error(`The concern was answered with ${answer.status}.`)
  }))
  await done
  for (const socket of sockets) socket.disconnect()
  await client.end()
  const since = (from: Map<string, number>) => shares([...heard].flatMap(([id, times]) => times.map((at) => Math.max(0, at - from.get(id)!))))
  return { pages, concerns, told: expected, heard: count, fromCommit: since(kept), fromPress: since(pressed) }
}
