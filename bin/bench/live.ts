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
