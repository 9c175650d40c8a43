import './settings-first.ts'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { masterKey } from '#modules/crypto/master-key.server.ts'
import { migrate } from '#modules/db/migrate.server.ts'
import { makeRoles, placeOf } from '#modules/db/roles.server.ts'
import { everyJob } from '#modules/every-job.server.ts'
import { installJobs } from '#modules/jobs/install.server.ts'
import { rootsFolder } from '#modules/anchors/keep-roots-outside.server.ts'
import { SetUpProblem } from '#modules/errors.ts'
import { settings } from '#modules/settings.server.ts'
import { fileOf, Manifest, migrationsIn, quoted, tablesInOrder } from './backup-tables.ts'
import { readSealed } from './backup-files.ts'
import { destroyAgain } from './destroy-again.ts'
import { sayAndEnd, withDatabase } from './with-database.ts'

function readManifest(folder: string): Manifest {
  const file = join(folder, 'backup.json')
  if (!existsSync(file)) throw new SetUpProblem(`There is no backup in ${folder}: backup.json is not there, so it was never finished or is somewhere else.`)
  return Manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
}

async function refuseIfNotEmpty(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`)
    const isOurs = tables.some(({ name }) => name === '_prisma_migrations')
    // A restore that was refused half-way leaves migrated tables without anybody in them; it may be tried again.
    const isInUse = isOurs && tables.some(({ name }) => name === 'Person') && (await client.query('SELECT FROM "Person" UNION ALL SELECT FROM "Organisation" LIMIT 1')).rowCount
    if (isInUse || (tables.length && !isOurs)) throw new SetUpProblem('This database is not empty, and a backup is only restored into an empty one. Give it a new database, or a new DATA_DIR.')
  } finally {
    await client.end()
  }
}

/** Puts every row back, and destroys again what was destroyed since, in one transaction: all of it, or nothing. */
async function putBack(url: string, folder: string, manifest: Manifest, outside: readonly string[]) {
  const client = new pg.Client(placeOf(url, 'owner'))
  await client.connect()
  try {
    await client.query('BEGIN')
    const here = await migrationsIn(client)
    if (here.join() !== manifest.migrations.join()) throw new SetUpProblem(`This backup was made by another version of Belay (its newest migration is ${manifest.migrations.at(-1) ?? 'none'}, here it is ${here.at(-1) ?? 'none'}). Restore it with that version, then start this one.`)
    const tables = await tablesInOrder(client)
    // Rows come back as they were: what triggers made of them once is not made of them again. References are still checked.
    for (const table of tables) await client.query(`ALTER TABLE ${quoted(client, table)} DISABLE TRIGGER USER`)
    // What the migrations and the queue's own set-up put in is in the backup too.
    await client.query(`TRUNCATE ${tables.map((table) => quoted(client, table)).join(', ')}`)
    for (const table of tables) {
      const kept = manifest.tables.find(({ schema, name }) => schema === table.schema && name === table.name)
      if (!kept) throw new SetUpProblem(`The backup has no rows of ${table.schema}.${table.name}.`)
      const copy = client.query(copyFrom(`COPY ${quoted(client, table)} (${kept.columns.map((column) => client.escapeIdentifier(column)).join(', ')}) FROM STDIN`))
      await readSealed(join(folder, fileOf(table)), fileOf(table), manifest.salt, copy)
      if (copy.rowCount !== kept.rows) throw new SetUpProblem(`${table.schema}.${table.name} has ${copy.rowCount} rows in the backup and should have ${kept.rows}. Nothing was restored.`)
    }
    for (const table of tables) await client.query(`ALTER TABLE ${quoted(client, table)} ENABLE TRIGGER USER`)
    for (const { schema, name, last } of manifest.sequences) if (last) await client.query('SELECT setval($1::regclass, $2::bigint)', [quoted(client, { schema, name }), last])
    const again = await destroyAgain(client, outside)
    await client.query('COMMIT')
    return again
  } finally {
    await client.end()
  }
}

await sayAndEnd(async () => {
  const given = process.argv[2]
  if (!given) throw new SetUpProblem('Say which backup: npm run restore -- folder')
  const folder = resolve(given)
  const manifest = readManifest(folder)
  const { MASTER_KEY, dataDir, isEmbedded } = settings()
  if (!MASTER_KEY && !existsSync(join(dataDir, 'master.key'))) throw new SetUpProblem(`The master key of this backup is missing: set MASTER_KEY, or put it into ${join(dataDir, 'master.key')}. Nothing was restored.`)
  if (masterKey().id !== manifest.masterKeyId) throw new SetUpProblem('This backup was made under another master key than the one given here. Nothing was restored.')
  await withDatabase({ isAlone: true }, async (url) => {
    await refuseIfNotEmpty(url)
    await makeRoles(url)
    await migrate(url)
    await installJobs(url, everyJob)
    const { lists, gone, left } = await putBack(url, folder, manifest, [rootsFolder(), ...process.argv.slice(3)])
    if (isEmbedded) writeFileSync(join(dataDir, manifest.isDemo ? 'demo' : 'own'), manifest.isDemo ? 'This database is the demo programme. Do not enter real data.\n' : 'This database is not the demo.\n')
    console.log(`${manifest.tables.reduce((sum, table) => sum + table.rows, 0)} rows of ${manifest.tables.length} tables are back, as they stood on ${manifest.madeAt}.`)
    console.log(lists ? `${gone} ${gone === 1 ? 'record that was destroyed after this backup is' : 'records that were destroyed after this backup are'} destroyed again.` : 'No list of what was destroyed was found. If something was, after this backup, restore once more and say where the lists are: npm run restore -- folder lists')
    for (const id of left) console.error(`What destruction ${id} let go of is not closed in this backup, and is there again: close it, and destroy it once more.`)
  })
})
