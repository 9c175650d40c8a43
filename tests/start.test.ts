import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { aStart, freePort, isReady, pressCtrlC, type AStart } from '#tests/support/a-start.ts'
import { build } from '#bin/build.ts'

// Real processes, started as people start them. The production build is made first, so that what is measured is a start.
const folder = mkdtempSync(join(tmpdir(), 'belay-start-'))
const data = join(folder, 'data')
const started: AStart[] = []
afterAll(() => {
  // Whatever a failed test left running goes with it: the app, and the database it started.
  for (const { child } of started) if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, 'SIGKILL')
  const pids = existsSync(join(data, 'postgres/postmaster.pid')) ? [databasePid()] : []
  for (const pid of pids) if (isAlive(pid)) process.kill(pid, 'SIGQUIT')
  rmSync(folder, { recursive: true, force: true })
})

const node = process.execPath
const start = async (env: Record<string, string> = {}) => {
  const one = await aStart(node, ['--disable-warning=ExperimentalWarning', 'bin/start.ts'], { DATA_DIR: data, ...env })
  started.push(one)
  return one
}
const amaraSignsIn = async (one: { port: number }) => (await fetch(`http://localhost:${one.port}/sign-in`, {
  method: 'POST', redirect: 'manual', headers: { Origin: `http://localhost:${one.port}`, 'Content-Type': 'application/x-www-form-urlencoded' },
  body: 'username=amara&password=hold-my-rope-1&next=/',
})).status
const isServed = async (port: number) => (await fetch(`http://localhost:${port}/readyz`)).text()
/** Alive, and not merely waiting for somebody to ask how it ended. */
const isAlive = (pid: number) => existsSync(`/proc/${pid}/stat`) && !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
const databasePid = () => Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])

/** Did not start: code 1, and one sentence that says why and nothing else. */
async function refuses(env: Record<string, string>, why: RegExp) {
  const failed = await start(env)
  expect(await failed.gone, failed.said()).toBe(1)
  expect(failed.said().trim().split('\n')).toHaveLength(1)
  expect(failed.said()).toMatch(why)
}

test('what stands in the way of a start is said in one sentence', async () => {
  const other = createServer().listen(0, 'localhost')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as { port: number }
  await refuses({ PORT: String(port) }, new RegExp(`Port ${port} is taken`))
  other.close()

  const file = join(folder, 'a-file')
  writeFileSync(file, '')
  await refuses({ DATA_DIR: join(file, 'data') }, /cannot write in the folder/)
  await refuses({ DATABASE_URL: `postgres://postgres@127.0.0.1:${await freePort()}/belay`, MASTER_KEY: Buffer.alloc(32).toString('base64') }, /does not answer/)
  await refuses({ DATABASE_URL: 'postgres://postgres@127.0.0.1:5432/belay' }, /MASTER_KEY is missing/)
  await refuses({ MASTER_KEY: 'short' }, /not 32 bytes/)
  await refuses({ PORT: 'abc' }, /PORT is not right/)
}, 60_000)

test('a new demo starts; killed and started again it has lost nothing; Ctrl-C stops its database', async () => {
  await build()
  const first = await start()
  await isReady(first)
  expect(first.said()).toContain('amara')
  expect(await isServed(first.port)).toBe('ready')
  const database = databasePid()

  await refuses({}, /already running from the folder/)

  first.child.kill('SIGKILL')
  await first.gone
  const second = await start({ PORT: String(first.port) })
  await isReady(second)
  expect(await isServed(second.port)).toBe('ready')
  expect(databasePid(), 'the database that was left running is taken over').toBe(database)
  expect(second.said()).not.toContain('Filling')
  pressCtrlC(second)
  expect(await second.gone).toBe(0)
  expect(isAlive(database)).toBe(false)
  expect(existsSync(join(data, 'belay.pid'))).toBe(false)

  const from = performance.now()
  const third = await start()
  await isReady(third)
  // Said, not judged: how long a start takes is for the bench, on a machine that does nothing else.
  console.log(`A second start took ${((performance.now() - from) / 1000).toFixed(1)} s.`)
  const again = databasePid()
  process.kill(again, 'SIGQUIT')
  third.child.kill('SIGKILL')
  await third.gone

  // Now through npm's own door, with a database that was cut off as well.
  const fourth = await aStart(node, ['bin/begin.mjs', 'start'], { DATA_DIR: data })
  await isReady(fourth)
  pressCtrlC(fourth)
  expect(await fourth.gone).toBe(0)
  expect(existsSync(join(data, 'postgres/postmaster.pid'))).toBe(false)

  const fifth = await aStart('npm', ['start'], { DATA_DIR: data })
  await isReady(fifth)
  const last = databasePid()
  pressCtrlC(fifth)
  await fifth.gone
  // npm may be gone before what it started is; the folder is let go of last.
  await expect.poll(() => existsSync(join(data, 'belay.pid')) || isAlive(last), { timeout: 15_000 }).toBe(false)
}, 180_000)

test('a demo that was cut short while it filled is filled again', async () => {
  rmSync(join(data, 'demo'))
  const started = await start()
  await isReady(started)
  expect(started.said()).toContain('Filling the demo programme')
  expect(existsSync(join(data, 'demo'))).toBe(true)
  pressCtrlC(started)
  expect(await started.gone).toBe(0)
}, 120_000)

test('a database without its master key says so, and does not start', async () => {
  const key = join(data, 'master.key')
  const kept = readFileSync(key)
  rmSync(key)
  await refuses({}, /master key is missing/)
  writeFileSync(key, kept, { mode: 0o600 })
})

test('the demo is backed up, and comes back in another place with everybody in it', async () => {
  const backup = join(folder, 'backup')
  const run = async (command: string, dataDir: string) => {
    const done = await aStart(node, ['bin/begin.mjs', command, backup], { DATA_DIR: dataDir })
    return { code: await done.gone, said: done.said() }
  }
  expect(await run('backup', data)).toMatchObject({ code: 0 })
  const elsewhere = join(folder, 'elsewhere')
  expect(await run('restore', elsewhere)).toMatchObject({ code: 1, said: expect.stringContaining('master key') as string })
  mkdirSync(elsewhere, { recursive: true })
  writeFileSync(join(elsewhere, 'master.key'), readFileSync(join(data, 'master.key')))
  expect(await run('restore', elsewhere)).toMatchObject({ code: 0, said: expect.stringContaining('are back') as string })
  const started = await start({ DATA_DIR: elsewhere })
  await isReady(started)
  expect(started.said()).not.toContain('Filling')
  expect(await amaraSignsIn(started)).toBe(302)
  pressCtrlC(started)
  expect(await started.gone).toBe(0)
}, 120_000)

test('keys are rotated, and the master key changed, and everybody still signs in', async () => {
  const old = readFileSync(join(data, 'master.key'), 'utf8').trim()
  const changed = { DATA_DIR: data, MASTER_KEY: Buffer.alloc(32, 3).toString('base64') }
  const rotate = async (env: Record<string, string>) => {
    const done = await aStart(node, ['bin/begin.mjs', 'keys-rotate'], env)
    return { code: await done.gone, said: done.said() }
  }
  expect(await rotate({ ...changed, MASTER_KEY_PREVIOUS: old })).toMatchObject({ code: 1, said: expect.stringContaining('PEPPER is missing') as string })
  expect(await rotate({ ...changed, MASTER_KEY_PREVIOUS: old, PEPPER: old })).toMatchObject({ code: 0, said: expect.stringContaining('under the new master key') as string })
  const started = await start({ ...changed, PEPPER: old })
  await isReady(started)
  expect(await amaraSignsIn(started)).toBe(302)
  pressCtrlC(started)
  expect(await started.gone).toBe(0)
}, 120_000)
