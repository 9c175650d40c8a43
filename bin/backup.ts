import './settings-first.ts'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { masterKey } from '#modules/crypto/master-key.server.ts'
import { placeOf } from '#modules/db/roles.server.ts'
import { SetUpProblem } from '#modules/errors.ts'
import { isDemo } from '#modules/is-demo.server.ts'
import { fileOf, migrationsIn, quoted, sequencesOf, tablesInOrder, type Manifest } from './backup-tables.ts'
import { writeSealed } from './backup-files.ts'
import { sayAndEnd, withDatabase } from './with-database.ts'

/** Copies every row, as they all stood at one moment, into a new folder. Belay may go on running. */
async function backup(url: string, folder: string) {
  const client = new pg.Client(placeOf(url, 'owner'))
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const salt = randomBytes(16).toString('base64')
    const manifest: Manifest = { format: 1, madeAt: new Date().toISOString(), isDemo: isDemo(), masterKeyId: masterKey().id, salt, migrations: await migrationsIn(client), tables: [], sequences: await sequencesOf(client) }
    for (const table of await tablesInOrder(client)) {
      const copy = client.query(copyTo(`COPY (SELECT ${table.columns.map((column) => client.escapeIdentifier(column)).join(', ')} FROM ${quoted(client, table)}) TO STDOUT`))
      await writeSealed(join(folder, fileOf(table)), fileOf(table), salt, copy)
      manifest.tables.push({ ...table, rows: copy.rowCount })
    }
    await client.query('COMMIT')
    // Written last: a folder without it is not a backup.
    writeFileSync(join(folder, 'backup.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
    return manifest
  } finally {
    await client.end()
  }
}

await sayAndEnd(async () => {
  const given = process.argv[2]
  if (!given) throw new SetUpProblem('Say where the backup goes: npm run backup -- folder')
  const folder = resolve(given)
  if (existsSync(folder) && readdirSync(folder).length) throw new SetUpProblem(`${folder} is not empty. Give the backup a folder of its own.`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch {
    throw new SetUpProblem(`The backup cannot be written to ${folder}. Give it a folder it may write in.`)
  }
  await withDatabase({}, async (url) => {
    const { tables } = await backup(url, folder)
    console.log(`${tables.reduce((sum, table) => sum + table.rows, 0)} rows of ${tables.length} tables are in ${folder}.`)
    console.log('The files are sealed under the master key, which is not among them: keep it apart, in a place you will still have. Without it nothing here can be read.')
  })
})
