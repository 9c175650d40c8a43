import pg from 'pg'
import type { Embedded } from '#modules/db/embedded.server.ts'
import { SetUpProblem } from '#modules/errors.ts'
import { settings } from '#modules/settings.server.ts'

/** The address of the database: our own embedded one (made if it is new), or the one DATABASE_URL names, if it answers. */
export async function databaseOf(embedded: Embedded | undefined, { anew = false } = {}): Promise<string> {
  if (embedded) return ownDatabase(embedded.url, anew)
  const url = settings().DATABASE_URL!
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  try {
    await client.connect()
    await client.end()
    return url
  } catch (cause) {
    throw new SetUpProblem(`The database at ${new URL(url).host} does not answer (${(cause as { code?: string }).code ?? (cause as Error).message}). DATABASE_URL says where it is; start it, or mend the address.`)
  }
}

/** `anew`: what a demo that was cut short while it was filling has left behind is dropped first. */
async function ownDatabase(server: string, anew: boolean): Promise<string> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  if (anew) await client.query('DROP DATABASE IF EXISTS belay WITH (FORCE)')
  const { rowCount } = await client.query(`SELECT FROM pg_database WHERE datname = 'belay'`)
  if (!rowCount) await client.query('CREATE DATABASE belay')
  await client.end()
  const url = new URL(server)
  url.pathname = '/belay'
  return url.href
}
