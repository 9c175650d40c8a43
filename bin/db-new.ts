import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '#modules/db/embedded.server.ts'
import { makeRoles } from '#modules/db/roles.server.ts'
import { nextMigration } from '#modules/db/migrate.server.ts'

const name = process.argv[2]
if (!name || !/^[a-z0-9_-]+$/.test(name)) {
  console.error('Say what the migration is called: npm run db:new -- a_name_in_lower_case')
  process.exit(1)
}

/** Writes the next migration: the SQL from the migrations on disk to the schema on disk. Policies, grants and functions are added to it by hand. */
const folder = mkdtempSync(join(tmpdir(), 'belay-new-'))
process.env.MASTER_KEY ??= Buffer.alloc(32).toString('base64')
const server = await startEmbedded(folder, ['fsync=off'])
try {
  await makeRoles(server.url)
  const sql = await nextMigration(server.url)
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const place = join('prisma/migrations', `${stamp}_${name.replaceAll('-', '_')}`)
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, 'migration.sql'), sql)
  console.log(`${place}/migration.sql\n\n${sql}`)
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
