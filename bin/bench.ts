import { folder } from './bench/own-folder.ts'
import { readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import pg from 'pg'
import { startProgram, surroundings } from './start-program.ts'
import { demoPassword } from '#modules/identity/demo-people.ts'
import { large, largeCohort } from './bench/large-cohort.ts'
import { bareRoom, burst, concern, room } from './bench/live.ts'
import { multiply, rememberOriginals } from './bench/multiply.ts'
import { phones } from './bench/phone.ts'
import { starts } from './bench/starts.ts'
import { agent, alone, page, rounded, together } from './bench/times.ts'

// Measures what DESIGN §8 asks for, each beside a bare baseline of the same run, on loopback. Ends with JSON; what it is doing goes to stderr.
const say = (what: string) => console.error(`… ${what}`)
say('filling the demo')
const house = await startProgram<{ database: string }>('tests/support/house.ts', [], surroundings(folder))
const databaseUrl = Object.assign(new URL(house.said.database), { pathname: '/template_belay' }).href
const app = await startProgram<{ port: number }>('tests/support/serve.ts', [databaseUrl, '0'], surroundings(join(folder, 'app')))
const bare = await startProgram<{ port: number }>('bin/bench/bare.ts', [], {})
const url = `http://localhost:${app.said.port}`
const bareUrl = `http://localhost:${bare.said.port}`
const client = new pg.Client({ connectionString: databaseUrl })
await client.connect()
// The tests' clock, which can be moved, is asked a row at a time; the real one is not.
await client.query(`CREATE OR REPLACE FUNCTION app.now() RETURNS timestamptz LANGUAGE sql STABLE AS 'SELECT statement_timestamp()'`)

async function cookieOf(username: string) {
  const answer = await fetch(`${url}/sign-in`, { method: 'POST', redirect: 'manual', headers: { Origin: url, 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ username, password: demoPassword, next: '/' }).toString() })
  return answer.headers.getSetCookie().map((one) => one.split(';')[0]!).find((one) => one.startsWith('belay=')) ?? ''
}
const linkIn = (html: string, pattern: RegExp) => pattern.exec(html)?.[0] ?? '/nowhere'
const one = async (sql: string) => (await client.query<{ address: string }>(sql)).rows[0]?.address ?? '/'
const [amara, jay, marcus, grace, noor, owen, fatima, helen] = await Promise.all(['amara', 'jay', 'marcus', 'grace', 'noor', 'owen', 'fatima', 'helen'].map(cookieOf))
const ofAmara = `(SELECT "personId" FROM "SignInName" WHERE username = 'amara')`
const unit = linkIn((await page(`${url}/learn`, amara)).body, /\/learn\/[\w-]+\/[\w-]+/)
const entry = await one(`SELECT '/journal/' || id AS address FROM "JournalEntry" WHERE "personId" = ${ofAmara} AND "binnedAt" IS NULL LIMIT 1`)
const meetingId = await one(`SELECT o."meetingId" AS address FROM "MeetingOpening" o LEFT JOIN "MeetingClosing" c USING ("meetingId") WHERE c."meetingId" IS NULL LIMIT 1`)

const batch = await one(`SELECT '/claims/' || id AS address FROM "ClaimBatch" LIMIT 1`)

const pages: Record<string, [string, string]> = { todayMentor: ['/', amara!], unit: [unit, amara!], journal: ['/journal', amara!], entry: [entry, amara!], todayWorker: ['/', marcus!] }
const lists: Record<string, [string, string]> = { journal: ['/journal', amara!], people: ['/people', grace!], concerns: ['/concerns', marcus!], cohorts: ['/cohorts', grace!], mentees: ['/mentees', marcus!], assessment: ['/assessment', noor!] }
const eachList = async () => {
  const figures: Record<string, number> = {}
  for (const [name, [address, cookie]] of Object.entries(lists)) figures[name] = (await alone(() => page(url + address, cookie), 60)).p50
  return figures
}

say('lists, once and ten times the rows')
const once = await eachList()
await rememberOriginals(client)
await multiply(client, 1, 9)
const tenfold = await eachList()
say('a hundred times the rows')
say(JSON.stringify({ once, tenfold }))
await multiply(client, 10, 99)

const measured: Record<string, unknown> = {}
for (const [name, [address, cookie]] of Object.entries(pages)) {
  say(`${name} ${address}`)
  const ask = () => page(url + address, cookie)
  const { status, body } = await ask()
  const scripts = [...new Set([...body.matchAll(/\/assets\/[\w.-]+\.js/g)].map(([found]) => found))]
  const weight = scripts.reduce((sum, script) => sum + brotliCompressSync(readFileSync(join('build/client', script))).length, 0)
  measured[name] = { status, ms: await alone(ask), perSecondAt64: await together(ask), htmlKb: Math.round(body.length / 1000), scriptBrotliKb: Math.round(weight / 100) / 10 }
  say(JSON.stringify(measured[name]))
}
const baseline = { barePage: { ms: await alone(() => page(bareUrl)), perSecondAt64: await together(() => page(bareUrl)) }, bareQuery: { ms: await alone(() => client.query('SELECT count(*) FROM "Organisation"')) } }
say(JSON.stringify(baseline))
say(`a course of ${large.learners} learners on ${large.units} units`)
const course = await largeCohort(client)
const largePages: Record<string, [string, string]> = {
  matrix: [`/cohorts/${course.cohortId}/matrix`, noor!], matrixForCoordinator: [`/cohorts/${course.cohortId}/matrix`, grace!], matrixOfUnit: [`/cohorts/${course.cohortId}/matrix?unit=U7`, noor!],
  desk: ['/assessment', noor!], learner: [`/assessment/${course.registrationId}`, noor!], decide: [`/assessment/${course.registrationId}/criteria/${course.criterionId}`, noor!], todayAssessor: ['/', noor!],
  quality: ['/quality', owen!], todayQuality: ['/', owen!], todayCoordinator: ['/', grace!],
  // These are as many as in the demo once.
  claims: ['/claims', grace!], batch: [batch, grace!], secondLooks: ['/appeals', owen!], adjustments: ['/adjustments', grace!], malpractice: ['/malpractice', owen!],
}
const largeCourse: Record<string, unknown> = {}
for (const [name, [address, cookie]] of Object.entries(largePages)) {
  const ask = () => page(url + address, cookie)
  const { status, body } = await ask()
  const ms = await alone(ask)
  largeCourse[name] = { status, ms, timesBarePage: rounded(ms.p95 / baseline.barePage.ms.p95), htmlKb: Math.round(body.length / 1000) }
  say(`${name} ${JSON.stringify(largeCourse[name])}`)
}
say('sockets')
const live = { room500: await room(url, databaseUrl, [amara!, jay!], meetingId), bareRoom500: await bareRoom(bareUrl), concernToWorker: await concern(url, jay!, marcus!), burst: await burst(url, databaseUrl, { told: [marcus!, fatima!], others: [amara!, jay!, grace!, noor!, owen!, helen!], senders: [amara!, jay!] }) }
say(JSON.stringify(live))
say('phones')
const phone = await phones(url, { todayMentor: '/', unit, journal: '/journal' }, amara!)

await client.end()
agent.destroy()
await app.end()
await bare.end()
house.process.stdin!.end()
await new Promise((resolve) => house.process.once('exit', resolve))
rmSync(folder, { recursive: true, force: true })
say(JSON.stringify(phone))
say('starts')
const start = await starts({ isEmptyToo: process.argv.includes('--empty') })

console.log(JSON.stringify({
  machine: { processors: cpus().length, load: loadavg().map(rounded) }, data: 'the demo programme × 100', pages: measured, baseline, largeCourse: { ...large, pages: largeCourse }, live, phone,
  growth: Object.fromEntries(Object.keys(lists).map((name) => [name, { onceP50: once[name], tenfoldP50: tenfold[name], ratio: rounded(tenfold[name]! / once[name]!) }])), start,
}, null, 2))
