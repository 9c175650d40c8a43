import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum, bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine as Engine } from '@prisma/schema-engine-wasm'
import pg from 'pg'
import { placeOf } from './roles.server.ts'

const root = process.cwd()
const migrationsFolder = join(root, 'prisma/migrations')
const schemaFolder = join(root, 'prisma/schema')

const schemaFiles = () => readdirSync(schemaFolder).sort().map((name) => ({ path: join(schemaFolder, name), content: readFileSync(join(schemaFolder, name), 'utf8') }))

/** The migrations on disk, in the engine's shape. */
const migrationsList = () => ({
  baseDir: migrationsFolder,
  lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
  shadowDbInitScript: 'CREATE SCHEMA IF NOT EXISTS app',
  migrationDirectories: readdirSync(migrationsFolder).sort()
    .filter((name) => existsSync(join(migrationsFolder, name, 'migration.sql')))
    .map((path) => ({ path, migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: readFileSync(join(migrationsFolder, path, 'migration.sql'), 'utf8') } } })),
})

type Bindings = Record<string, unknown> & { SchemaEngine: { new: (...args: unknown[]) => Promise<Engine> }; __wbg_set_wasm: (exports: unknown) => void }

let bindings: Promise<Bindings> | undefined

/** The engine's WebAssembly module: once a process, for its bindings are one global. */
async function loadEngine(): Promise<Bindings> {
  const name = '@prisma/schema-engine-wasm/schema_engine_bg'
  const bg = await import(/* @vite-ignore */ name) as Bindings
  const wasm = readFileSync(join(root, 'node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bg as unknown as WebAssembly.ModuleImports })
  bg.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  return bg
}

/** Works with Prisma's schema engine, its WebAssembly build, which applies and writes migrations without downloading anything. */
async function withEngine<Result>(place: pg.PoolConfig, work: (engine: Engine) => Promise<Result>): Promise<Result> {
  const { SchemaEngine } = await (bindings ??= loadEngine())
  const pools: pg.Pool[] = []
  const factory = wholeScripts(new PrismaPg({ ...place, max: 1 }), pools)
  const engine = await SchemaEngine.new({ datamodels: schemaFiles().map(({ path, content }) => [path, content]) }, () => {}, bindMigrationAwareSqlAdapterFactory(factory))
  try {
    return await work(engine)
  } finally {
    // The engine leaves its connections open, and a database in use cannot be a template.
    await Promise.all(pools.filter((pool) => !pool.ended).map((pool) => pool.end()))
  }
}

/**
 * The adapter splits SQL at every `;`, which breaks functions; drops the shadow database while still connected; and does not know the
 * catalogue's own "char" type (oid 18), which the engine wants as a character. All three are put right on its own pool.
 */
function wholeScripts(factory: PrismaPg, pools: pg.Pool[]): PrismaPg {
  type Answer = { columnTypes: number[] }
  const mend = <Adapter extends { executeScript(script: string): Promise<void>; underlyingDriver(): unknown; queryRaw(query: never): Promise<Answer> }>(adapter: Adapter): Adapter => {
    const pool = adapter.underlyingDriver() as { query(...args: unknown[]): Promise<pg.QueryResult> }
    pools.push(pool as unknown as pg.Pool)
    const query = pool.query.bind(pool)
    let characters: number[] = []
    pool.query = async (...args) => {
      const result = await query(...args)
      characters = (Array.isArray(result) ? [] : result.fields).flatMap((field, index) => (field.dataTypeID === 18 ? [index] : []))
      for (const index of characters) result.fields[index]!.dataTypeID = 25
      return result
    }
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (given: never) => {
      const answer = await queryRaw(given)
      for (const index of characters) answer.columnTypes[index] = ColumnTypeEnum.Character
      return answer
    }
    adapter.executeScript = async (script) => { await query(script.replace(/^DROP DATABASE ("[^"]+")\s*$/i, 'DROP DATABASE $1 WITH (FORCE)')) }
    return adapter
  }
  const connect = factory.connect.bind(factory)
  const shadow = factory.connectToShadowDb.bind(factory)
  factory.connect = async () => mend(await connect() as never)
  factory.connectToShadowDb = async () => {
    const adapter = await shadow()
    // Dropped while its pool is still connected: that pool's complaint is expected.
    ;(adapter.underlyingDriver()).on('error', () => {})
    return mend(adapter as never)
  }
  return factory
}

/** Applies what has not been applied yet. Gives back the names of what was. */
export async function migrate(url: string): Promise<string[]> {
  // The engine is half a second of WebAssembly; mostly there is nothing for it to do.
  if (await isUpToDate(url)) return []
  return withEngine(placeOf(url, 'owner'), async (engine) =>
    (await engine.applyMigrations({ migrationsList: migrationsList(), filters: noFilters })).appliedMigrationNames)
}

/** Is every migration on disk applied, whole and as it stands there, and is there no other? Whatever else is the case, the engine says. */
async function isUpToDate(url: string): Promise<boolean> {
  const owner = new pg.Client(placeOf(url, 'owner'))
  await owner.connect()
  try {
    const { rows: [table] } = await owner.query<{ isThere: boolean }>(`SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS "isThere"`)
    if (!table?.isThere) return false
    const { rows: applied } = await owner.query<{ name: string; checksum: string; isWhole: boolean }>(
      'SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isWhole" FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name')
    const onDisk = migrationsList().migrationDirectories
    return applied.length === onDisk.length && onDisk.every(({ path, migrationFile }, index) => {
      const row = applied[index]!
      return row.name === path && row.isWhole && row.checksum === createHash('sha256').update(migrationFile.content.value).digest('hex')
    })
  } finally {
    await owner.end()
  }
}

/** The SQL that leads from the migrations on disk to the schema on disk. Needs an administrator: it makes and drops a shadow database. */
export async function nextMigration(url: string): Promise<string> {
  const { options: _asOwner, ...administrator } = placeOf(url, 'owner')
  const { stdout } = await withEngine(administrator, (engine) => engine.diff({
    from: { tag: 'migrations', ...migrationsList() }, to: { tag: 'schemaDatamodel', files: schemaFiles() },
    script: true, exitCode: null, filters: noFilters,
  }))
  return stdout ?? ''
}

const noFilters = { externalTables: [], externalEnums: [] }
