import pg from 'pg'
import type { Viewer } from '#modules/db/viewer.ts'

// A program of its own: raises one concern, and dies by SIGKILL before the statement of the given number (0: lives, and says how many
// there were). The hook is round this process's own connections: nothing in the app knows of it.
const [databaseUrl, given, dieBefore] = process.argv.slice(2)
const { viewer, concern } = JSON.parse(given!) as { viewer: Viewer; concern: { id: string } }
const { useDatabase, closeClients } = await import('#modules/db/clients.server.ts')
const { startJobs } = await import('#modules/jobs/work.server.ts')
const { stopBoss } = await import('#modules/jobs/boss.server.ts')
const { raiseConcern } = await import('#modules/safeguarding/raise-concern.server.ts')

useDatabase(databaseUrl!)
await startJobs()

let statements = 0
let isCounting = true
const whole = Reflect.get(pg.Client.prototype, 'query') as (...given: unknown[]) => unknown
Reflect.set(pg.Client.prototype, 'query', function (this: pg.Client, ...query: unknown[]) {
  const isOurs = isCounting && (this as unknown as { user?: string }).user === 'app'
  if (isOurs && ++statements === Number(dieBefore)) process.kill(process.pid, 'SIGKILL')
  return Reflect.apply(whole, this, query)
})

await raiseConcern(viewer, concern as Parameters<typeof raiseConcern>[1])
isCounting = false
await stopBoss()
await closeClients()
console.log(JSON.stringify({ statements }))
process.exit(0)
