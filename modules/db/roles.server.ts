import { hkdfSync } from 'node:crypto'
import pg from 'pg'
import { masterKey } from '../crypto/master-key.server.ts'

/**
 * The four roles of the database. `owner` owns every table and migrates; the other three own nothing and cannot bypass
 * row-level security. Each signs in for itself (a `SET ROLE` could be undone by injected SQL), with a password derived from the master key.
 */
export const roles = ['app', 'door', 'system'] as const
export type DatabaseRole = (typeof roles)[number]

const passwordOf = (role: DatabaseRole) =>
  Buffer.from(hkdfSync('sha256', masterKey().key, 'belay', `database role ${role}`, 24)).toString('hex')

/** Where a role connects. `url` is the administrator's address; roles keep its host, port and database. */
export function placeOf(url: string, role: DatabaseRole | 'owner'): pg.PoolConfig {
  const place = new URL(url)
  const shared = {
    host: place.hostname, port: Number(place.port || 5432), database: decodeURIComponent(place.pathname.slice(1)),
    ...(place.searchParams.get('sslmode') && place.searchParams.get('sslmode') !== 'disable' ? { ssl: true } : {}),
  }
  return role === 'owner'
    ? { ...shared, user: decodeURIComponent(place.username), password: decodeURIComponent(place.password), options: '-c role=owner' }
    : { ...shared, user: role, password: passwordOf(role) }
}

/** Makes the roles where they are missing, sets their passwords, and gives `owner` the database. Safe to repeat. */
export async function makeRoles(url: string) {
  const admin = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  await admin.connect()
  try {
    const database = pg.escapeIdentifier(admin.database!)
    // Two processes starting at once make them once: the advisory lock is cluster-wide for this database.
    await admin.query('SELECT pg_advisory_lock(48261)')
    const { rows } = await admin.query<{ rolname: string }>('SELECT rolname FROM pg_roles')
    const have = new Set(rows.map((row) => row.rolname))
    if (!have.has('owner')) await admin.query('CREATE ROLE owner NOLOGIN')
    await admin.query('GRANT owner TO CURRENT_USER')
    for (const role of roles) {
      const verb = have.has(role) ? 'ALTER' : 'CREATE'
      await admin.query(`${verb} ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOINHERIT PASSWORD '${passwordOf(role)}'`)
    }
    await admin.query(`GRANT CREATE, CONNECT ON DATABASE ${database} TO owner`)
    await admin.query(`GRANT CONNECT ON DATABASE ${database} TO app, door, system`)
    await admin.query('ALTER SCHEMA public OWNER TO owner')
    await admin.query('SELECT pg_advisory_unlock(48261)')
  } finally {
    await admin.end()
  }
}
