import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { build } from '#bin/build.ts'
import { startProgram, surroundings, type Started } from '#bin/start-program.ts'
import { closeClients, useDatabase } from '#modules/db/clients.server.ts'
import { startEmbedded, type Embedded } from '#modules/db/embedded.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { stopBoss } from '#modules/jobs/boss.server.ts'
import { verifyChronology } from '#modules/safeguarding/verify-chronology.server.ts'
import { aRelay } from './support/a-relay.ts'
import { cookieOf } from './support/app-under-test.ts'
import { databaseNamed, makeTemplate, onServer } from './support/template.ts'

// The whole app, with a database of its own that goes away in the middle of a burst. In the soak for half a minute, with a thousand pages open.
const [concerns, pages, awayFor] = process.env.BELAY_SOAK ? [50, 1000, 30_000] : [6, 24, 0]
const told = ['marcus', 'fatima', 'tom']
const others = ['jay', 'amara', 'helen', 'grace', 'hana', 'bea', 'sam', 'noor']

const folder = mkdtempSync(join(tmpdir(), 'belay-stopped-'))
let server: Embedded
let relay: Awaited<ReturnType<typeof aRelay>>
let app: Started<{ port: number }>
let cookies: Record<string, string>
beforeAll(async () => {
  await stopBoss()
  await closeClients()
  server = await startEmbedded(folder)
  const { people } = await makeTemplate(server.url)
  useDatabase(databaseNamed(server.url, 'template_belay'))
  cookies = Object.fromEntries(await Promise.all([...told, ...others].map(async (name) => [name, await cookieOf(people[name]!.id)] as const)))
  await closeClients()
  relay = await aRelay(databaseNamed(server.url, 'template_belay'))
  await build()
  app = await startProgram('tests/support/serve.ts', [relay.url, '0'], { ...surroundings(join(folder, 'app')), LOG_LEVEL: 'silent' })
}, 300_000)
afterAll(async () => {
  await app.end()
  await closeClients()
  await relay.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

const address = () => `http://localhost:${app.said.port}`

/** An open page: what it has heard of, how often, and when it was last told that it missed something. */
type Page = { who: string; socket: Socket; heard: Map<string, number>; missedAt: number; /** Every event with a concern in it. */ concerns: string[] }
async function aPage(who: string): Promise<Page> {
  const page: Page = { who, heard: new Map(), missedAt: 0, concerns: [], socket: io(address(), { path: '/live', transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders: { cookie: cookies[who]! } }) }
  page.socket.on('missed', () => { page.missedAt = Date.now() }).on('news', (event: string, { concernId }: { concernId: string }) => {
    if (concernId) page.concerns.push(`${event} ${concernId}`)
    if (event === 'concern:raised') page.heard.set(concernId, (page.heard.get(concernId) ?? 0) + 1)
  })
  await new Promise<void>((resolve, reject) => { page.socket.once('connect', resolve).once('connect_error', reject) })
  return page
}

/** A phone with a worry on it: it sends until it has arrived, as the page does. What was answered before. */
async function aPhone(who: string, id: string): Promise<number[]> {
  const answers: number[] = []
  for (;;) {
    const body = new URLSearchParams({ id, who: 'Wren', what: 'He is afraid to go home.', danger: 'now' })
    const { status } = await fetch(`${address()}/worried/about`, { method: 'POST', redirect: 'manual', body, headers: { Origin: address(), cookie: cookies[who]! } })
    if (status === 302) return answers
    answers.push(status)
    await later(200)
  }
}

test('the database goes away in the middle of a burst and comes back: every worry is there once and whole, every page of those who are told knows, and no other page hears a thing', async () => {
  const open: Page[] = []
  // Some at a time, or it is the door that is measured.
  while (open.length < pages) open.push(...await Promise.all(Array.from({ length: Math.min(25, pages - open.length) }, (_, index) => aPage([...told, ...others][(open.length + index) % 11]!))))
  const ids = Array.from({ length: concerns }, () => newId())
  const send = (some: string[]) => some.map((id, index) => aPhone(['jay', 'amara'][index % 2]!, id))

  const third = Math.ceil(concerns / 3)
  const sent = send(ids.slice(0, third))
  await Promise.any(sent)
  relay.shut()
  await server.stop()
  sent.push(...send(ids.slice(third, 2 * third)))
  await later(awayFor)
  server = await startEmbedded(folder)
  relay.leadTo(server.url)
  sent.push(...send(ids.slice(2 * third)))
  const arrived = await Promise.all(sent)
  expect(arrived.some((answers) => answers.length > 0), 'somebody sent while it was away').toBe(true)
  // A phone takes anything below 500 for the last word, and stops sending.
  expect(arrived.flat().filter((status) => status < 500), 'refused while it was away').toEqual([])

  // Heard, or told afterwards to look again: after it was there, which may be long before the phone heard that it is.
  const { rows } = await onServer(databaseNamed(server.url, 'template_belay'), `SELECT id, extract(epoch FROM "raisedAt") * 1000 AS at FROM "Concern"`) as unknown as { rows: { id: string; at: string }[] }
  const raisedAt = new Map(rows.map(({ id, at }) => [id, Number(at)]))
  expect(ids.filter((id) => !raisedAt.has(id)), 'lost').toEqual([])
  await vi.waitFor(() => expect(open.filter(({ who }) => told.includes(who)).flatMap(({ who, heard, missedAt }) => ids.filter((id) => !heard.has(id) && missedAt < raisedAt.get(id)!).map((id) => `${who} does not know of ${id}`))).toEqual([]), { timeout: 30_000 })
  // And what is raised from then on is heard at once, by those who are told.
  const after = newId()
  await aPhone('jay', after)
  ids.push(after)
  await vi.waitFor(() => expect(open.filter(({ who, heard }) => told.includes(who) && !heard.has(after)).map(({ who }) => who)).toEqual([]), { timeout: 30_000 })
  expect(open.flatMap(({ heard }) => [...heard.values()]).filter((times) => times !== 1), 'told twice').toEqual([])
  // Whoever raised one hears of their own.
  expect(open.filter(({ who, concerns: of }) => ![...told, 'jay', 'amara'].includes(who) && of.length > 0).map(({ who, concerns: of }) => `${who}: ${of[0]}`), 'told, and should not be').toEqual([])
  expect(open.filter(({ who, heard }) => !told.includes(who) && heard.size > 0).map(({ who }) => who), 'told, and should not be').toEqual([])
  expect(open.every(({ socket }) => socket.connected)).toBe(true)
  for (const { socket } of open) socket.disconnect()

  const url = databaseNamed(server.url, 'template_belay')
  useDatabase(url)
  const count = async (sql: string) => Number((await onServer(url, sql) as { rows: { count: string }[] }).rows[0]!.count)
  expect(await count(`SELECT count(*) FROM "Concern"`)).toBe(ids.length)
  expect(await count(`SELECT count(*) FROM "ConcernAlert" WHERE rung = 'first'`)).toBe(ids.length * told.length)
  expect(await count(`SELECT count(*) FROM jobs.job WHERE name = 'safeguarding.alert-letter'`)).toBe(ids.length * told.length)
  for (const id of ids) expect(await verifyChronology('system', id)).toMatchObject({ isWhole: true })
}, process.env.BELAY_SOAK ? 400_000 : 120_000)
