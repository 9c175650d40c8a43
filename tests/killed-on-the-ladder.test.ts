import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as later } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { build } from '#bin/build.ts'
import { startProgram, surroundings, type Started } from '#bin/start-program.ts'
import { asSystem } from '#modules/db/as-system.server.ts'
import { databaseUrl } from '#modules/db/clients.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { climbWhatWaits } from '#modules/safeguarding/climb.server.ts'
import { climbs } from '#modules/safeguarding/states.ts'
import { verifyChronology } from '#modules/safeguarding/verify-chronology.server.ts'
import type { Cast } from '#prisma/demo/people.ts'
import { freePort } from './support/a-start.ts'
import { cookieOf } from './support/app-under-test.ts'
import { theCast } from './support/cast.ts'
import { moveClock } from './support/move-clock.ts'
import { onServer } from './support/template.ts'

// The whole app, killed again and again at any moment while worries are raised, told, climb and are answered. Two hundred times in the soak.
const kills = process.env.BELAY_SOAK ? 200 : 10
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31)
let turn = seed || 1
const upTo = (most: number) => { turn = (turn * 48271) % 2147483647; return turn % most }

const folder = mkdtempSync(join(tmpdir(), 'belay-killed-'))
let cast: Cast
let port: number
let app: Started<unknown> | undefined
const start = async () => { app = await startProgram('tests/support/serve.ts', [databaseUrl(), String(port)], { ...surroundings(folder), LOG_LEVEL: 'silent' }) }
beforeAll(async () => {
  cast = await theCast()
  port = await freePort()
  await build()
}, 300_000)
afterAll(async () => {
  await app?.end()
  rmSync(folder, { recursive: true, force: true })
})

const climbsSoFar = (ids: string[]) => asSystem('look in a test', (tx) => tx.concernClimb.count({ where: { concernId: { in: ids } } }))

let cutOff = 0
const cookies = new Map<string, string>()
/** Presses until somebody answers that it is done, as a page does with what it keeps. Whoever is asked to sign in again in the night does. */
async function press(name: string, path: string, fields: Record<string, string>) {
  const address = `http://localhost:${port}`
  for (;;) {
    const cookie = cookies.get(name) ?? await cookieOf(cast.people[name]!.id)
    cookies.set(name, cookie)
    const answer = await fetch(address + path, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields), headers: { Origin: address, cookie } }).catch((error: unknown) => { if (String((error as Error).cause).includes('ECONNREFUSED')) return; cutOff += 1 })
    const isAskedWho = answer?.headers.get('location')?.includes('?next=')
    if (answer?.status === 302 && !isAskedWho) return
    if (isAskedWho) { cookies.delete(name); continue }
    expect(answer?.status ?? 500, `${path} (seed ${seed})`).toBeGreaterThanOrEqual(500)
    await later(100)
  }
}

test('killed at any moment while worries are raised, told, climb and are answered: each is there once, told once, climbs each rung once, and its chain is whole', async () => {
  const ids: string[] = []
  const pressed: Promise<void>[] = []
  for (let kill = 0; kill < kills; kill++) {
    // Every third time what was pressed before has arrived, and something climbs.
    const isClimbing = kill % 3 === 2
    if (isClimbing) {
      await start()
      await Promise.all(pressed)
      await app!.end()
    }
    // Only while nobody is at work: a row and its line, of one transaction, are of one time.
    await moveClock(`+${isClimbing ? 7 : upTo(4)} minutes`)
    const before = await climbsSoFar(ids)
    await onServer(databaseUrl(), `UPDATE jobs.job SET start_after = now() WHERE name = 'safeguarding.clock-ran-out' AND state < 'active'`)
    await start()
    const id = newId()
    pressed.push(press('jay', '/worried/about', { id, who: 'Wren', what: 'He is afraid to go home.', danger: 'now' }))
    // Every second worry is answered, whenever that may be.
    if (kill % 2) { const earlier = ids.at(-1)!; pressed.push(pressed.at(-2)!.then(() => press('marcus', `/concerns/${earlier}/receipt`, {}))) }
    ids.push(id)
    // In the middle of what was pressed, or of the jobs at work.
    if (isClimbing) await vi.waitFor(async () => expect(await climbsSoFar(ids), `a climb (seed ${seed})`).toBeGreaterThan(before), { timeout: 60_000, interval: 20 })
    else await later(upTo(150))
    await app!.end('SIGKILL')
  }
  await start()
  await Promise.all(pressed)
  await app!.end()
  const said = `seed ${seed}`
  expect(cutOff, `kills in the middle of an answer (${said})`).toBeGreaterThan(0)
  // The end of a long night: what was missed is caught up with.
  await moveClock('+1 day')
  await climbWhatWaits()

  for (const [index, id] of ids.entries()) {
    expect(await verifyChronology('system', id), said).toMatchObject({ isWhole: true, why: null })
    const found = await asSystem('look in a test', async (tx) => ({
      first: await tx.concernAlert.count({ where: { concernId: id, rung: 'first' } }), receipts: await tx.concernReceipt.count({ where: { concernId: id } }),
      climbed: await tx.concernClimb.findMany({ where: { concernId: id }, select: { clock: true, rung: true } }),
      lines: await tx.chronologyEntry.findMany({ where: { concernId: id }, orderBy: { number: 'asc' }, select: { kind: true, facts: true } }),
      letters: await tx.$queryRaw<unknown[]>`SELECT FROM jobs.job WHERE name = 'safeguarding.alert-letter' AND data->>'concernId' = ${id}`,
    }))
    const lines = (kind: string) => found.lines.filter((line) => line.kind === kind)
    expect({ first: found.first, raised: lines('raised').length }, said).toEqual({ first: 3, raised: 1 })
    const called = lines('climbed').reduce((sum, { facts }) => sum + (facts as { people: string[] }).people.length, 0)
    expect(found.letters, `a letter for each time somebody was called (${said})`).toHaveLength(3 + called)
    const isAnswered = index < kills - 1 && index % 2 === 0
    expect({ receipts: found.receipts, received: lines('received').length }, said).toEqual(isAnswered ? { receipts: 1, received: 1 } : { receipts: 0, received: 0 })
    const rungs = (clock: string) => lines('climbed').filter(({ facts }) => (facts as { clock: string }).clock === clock).map(({ facts }) => (facts as { from: string }).from)
    // Nobody took any of them on: that clock went to its end, one rung after another; the other as far as it had come when it was answered.
    expect(rungs('taken_on'), said).toEqual([...climbs])
    expect(rungs('received'), said).toEqual(climbs.slice(0, isAnswered ? rungs('received').length : climbs.length))
    const answeredAt = found.lines.findIndex(({ kind }) => kind === 'received')
    expect(found.lines.slice(answeredAt + 1).filter(({ kind, facts }) => isAnswered && kind === 'climbed' && (facts as { clock: string }).clock === 'received'), `climbed after it was answered (${said})`).toEqual([])
    expect(found.climbed, said).toHaveLength(lines('climbed').length)
  }
  await moveClock('0')
}, process.env.BELAY_SOAK ? 1_800_000 : 240_000)
