import pg from 'pg'
import type { Viewer } from '#modules/db/viewer.ts'

/** A deed by its module's path and name, who does it (nobody: a job), and with what. `jobs`: it puts some in the queue. */
export type Deed = { module: string; deed: string; viewer: Viewer | null; input: unknown; jobs?: boolean }
/** Before the statement of this number (0: never), before the last one, which makes it all true, or after that one and before anybody is told. */
export type DieAt = number | 'the end' | 'the answer'

// A program of its own: does one deed, and dies by SIGKILL at the point given. The hook is round this process's own connections: nothing in the app
// knows of it. Says first how many statements there were.
const [databaseUrl, given, at] = process.argv.slice(2)
const { module, deed, viewer, input, jobs } = JSON.parse(given!) as Deed
const { useDatabase, closeClients } = await import('#modules/db/clients.server.ts')
const work = ((await import(`../../${module}`)) as Record<string, (...given: unknown[]) => Promise<unknown>>)[deed]!

useDatabase(databaseUrl!)
if (jobs) await (await import('#modules/jobs/work.server.ts')).startJobs()

let statements = 0
let isCounting = false
const say = () => { console.log(JSON.stringify({ statements })) }
// What was said is on its way before the end comes: a pipe takes it at once.
const die = () => { say(); process.kill(process.pid, 'SIGKILL') }
const whole = Reflect.get(pg.Client.prototype, 'query') as (...given: unknown[]) => unknown
Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...query: unknown[]) {
  if (!isCounting || (this as unknown as { user?: string }).user !== (viewer ? 'app' : 'system')) return Reflect.apply(whole, this, query)
  const [asked] = query as [string | { text: string }]
  const isEnd = (typeof asked === 'string' ? asked : asked.text) === 'COMMIT'
  if (++statements === Number(at) || (isEnd && at === 'the end')) die()
  const answer = Reflect.apply(whole, this, query)
  return isEnd && at === 'the answer' ? (answer as Promise<unknown>).then(die) : answer
})

isCounting = true
await (viewer ? work(viewer, input) : work(input))
isCounting = false
if (jobs) await (await import('#modules/jobs/boss.server.ts')).stopBoss()
await closeClients()
say()
process.exit(0)
