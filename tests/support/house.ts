import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import { startEmbedded } from '#modules/db/embedded.server.ts'
import { useDatabase, closeClients } from '#modules/db/clients.server.ts'
import { build } from '#bin/build.ts'
import { fillDemo } from '#prisma/demo/fill-demo.ts'
import { makeEmptyTemplate } from './template.ts'

// A program of its own, started by the global setup of the browser tests: one real Postgres, and in it the demo programme, filled once.
// It stays until its input is closed. What it says on its last line of output is where the database is.
const folder = process.env.DATA_DIR!
mkdirSync(folder, { recursive: true })
await build()
const server = await startEmbedded(folder, ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'])
try {
  useDatabase(await makeEmptyTemplate(server.url))
  await fillDemo()
  await closeClients()
  // Those who only want the data itself (role × table) find the marker gone and the database still there.
  if (!existsSync(join(folder, 'demo'))) writeFileSync(join(folder, 'demo'), '')
  console.log(JSON.stringify({ database: server.url }))
  process.stdin.resume()
  await once(process.stdin, 'end')
} finally {
  await server.stop()
}
process.exit(0)
