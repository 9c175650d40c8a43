import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, createServer, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import pg from 'pg'
import { startProgram, surroundings } from './start-program.ts'
import { demoPassword } from '#modules/identity/demo-people.ts'

// Measures what DESIGN §8 asks for, as far as it goes yet, each beside a bare baseline of the same run. Loopback only. One line of JSON at the end.
const agent = new Agent({ keepAlive: true, maxSockets: 64 })
const page = (url: string, cookie = '') => new Promise<{ status: number; body: string }>((resolve, reject) => {
  get(url, { agent, headers: { cookie } }, (response) => {
    let body = ''
    response.setEncoding('utf8').on('data', (some: string) => { body += some }).on('end', () => resolve({ status: response.statusCode ?? 0, body }))
  }).on('error', reject)
})
const rounded = (ms: number) => Math.round(ms * 100) / 100
const at = (sorted: number[], part: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!)

/** One after the other: milliseconds, half of them and nineteen in twenty under. */
async function alone(work: () => Promise<unknown>, times = 300) {
  for (let count = 0; count < 30; count++) await work()
  const took: number[] = []
  for (let count = 0; count < times; count++) {
    const from = performance.now()
    await work()
    took.push(performance.now() - from)
  }
  took.sort((one, other) => one - other)
  return { p50: at(took, 0.5), p95: at(took, 0.95) }
}

/** At 64 connections for some seconds: how many a second. */
async function together(work: () => Promise<unknown>, seconds = 5) {
  const until = performance.now() + seconds * 1000
  let done = 0
  await Promise.all(Array.from({ length: 64 }, async () => { while (performance.now() < until) { await work(); done += 1 } }))
  return Math.round(done / seconds)
}

const folder = mkdtempSync(join(tmpdir(), 'belay-bench-'))
const house = await startProgram<{ database: string }>('tests/support/house.ts', [], surroundings(folder))
const databaseUrl = Object.assign(new URL(house.said.database), { pathname: '/template_belay' }).href
const from = performance.now()
const app = await startProgram<{ port: number }>('tests/support/serve.ts', [databaseUrl, '0'], surroundings(join(folder, 'app')))
const startMs = rounded(performance.now() - from)
const url = `http://localhost:${app.said.port}`

const signIn = await fetch(`${url}/sign-in`, { method: 'POST', redirect: 'manual', headers: { Origin: url, 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ username: 'amara', password: demoPassword, next: '/' }).toString() })
const cookie = signIn.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ')
const client = new pg.Client({ connectionString: databaseUrl })
await client.connect()
const { rows: entries } = await client.query<{ id: string }>(`SELECT e.id FROM "JournalEntry" e JOIN "SignInName" s ON s."personId" = e."personId" WHERE s.username = 'amara' LIMIT 1`)
const { rows: progress } = await client.query<{ courseId: string; unitId: string }>(`SELECT "courseId", "unitId" FROM "UnitProgress" LIMIT 1`)

const bare = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end(`<!doctype html><title>bare</title>${'<p>bare</p>'.repeat(500)}`))
await new Promise<void>((resolve) => bare.listen(0, 'localhost', resolve))
const bareUrl = `http://localhost:${(bare.address() as { port: number }).port}/`

const addresses: Record<string, string | undefined> = {
  today: '/', unit: progress[0] && `/learn/${progress[0].courseId}/${progress[0].unitId}`, journal: '/journal', entry: entries[0] && `/journal/${entries[0].id}`,
}
const pages: Record<string, unknown> = {}
for (const [name, address] of Object.entries(addresses)) {
  if (!address) continue
  const { status, body } = await page(url + address, cookie)
  const scripts = [...new Set([...body.matchAll(/\/assets\/[\w.-]+\.js/g)].map(([found]) => found))]
  const weight = scripts.reduce((sum, script) => sum + brotliCompressSync(readFileSync(join('build/client', script))).length, 0)
  pages[name] = { status, ms: await alone(() => page(url + address, cookie)), perSecondAt64: await together(() => page(url + address, cookie)), scriptBrotliKb: Math.round(weight / 100) / 10 }
}
const baseline = {
  barePage: { ms: await alone(() => page(bareUrl)), perSecondAt64: await together(() => page(bareUrl)) },
  bareQuery: { ms: await alone(() => client.query('SELECT count(*) FROM "Person"')) },
}
console.log(JSON.stringify({
  data: 'the demo programme, once', pages, baseline, start: { appProcessMs: startMs },
  notMeasuredYet: ['demo data × 100', 'largest contentful paint on a phone', 'a room of 500 sockets', 'a concern reaching an open page', 'growth at ten times the rows'],
}, null, 2))

await client.end()
bare.close()
agent.destroy()
await app.end()
house.process.stdin!.end()
await new Promise((resolve) => house.process.once('exit', resolve))
rmSync(folder, { recursive: true, force: true })
