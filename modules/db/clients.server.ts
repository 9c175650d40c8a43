import pg from 'pg'
import { PrismaClient } from '#prisma/generated/client.ts'
import { OneQuestionAtATime } from './one-question-at-a-time.server.ts'
import { placeOf, type DatabaseRole } from './roles.server.ts'
import { nameOf } from './statement-names.server.ts'

let address: string | undefined
const clients = new Map<DatabaseRole, PrismaClient>()
const connectionsOf: Record<DatabaseRole, number> = { app: 20, door: 8, system: 6 }

/** Says which database this process works with: the administrator's address. Called once, at start. */
export function useDatabase(url: string) {
  address = url
}

export const databaseUrl = (): string => {
  if (!address) throw new Error('No database has been chosen yet.')
  return address
}

/** The Prisma client that connects as this role. Only `modules/db` asks for one. */
export function clientAs(role: DatabaseRole): PrismaClient {
  let client = clients.get(role)
  if (!client) clients.set(role, (client = new PrismaClient({ adapter: new OneQuestionAtATime({ ...placeOf(databaseUrl(), role), max: connectionsOf[role], options: '-c plan_cache_mode=force_generic_plan' }, { statementNameGenerator: nameOf }) })))
  return client
}

/** A bare pool as this role, for what speaks pg itself: the rate limits, the jobs, the listener. */
export function poolAs(role: DatabaseRole, max = 2): pg.Pool {
  const pool = new pg.Pool({ ...placeOf(databaseUrl(), role), max })
  pools.add(pool)
  // A connection lost while idle is replaced by the next one asked for.
  pool.on('error', () => {})
  return pool
}

/** One bare connection as this role. */
export const connectionAs = (role: DatabaseRole): pg.Client => new pg.Client({ ...placeOf(databaseUrl(), role), keepAlive: true })

const pools = new Set<pg.Pool>()

export async function closeClients() {
  const [open, bare] = [[...clients.values()], [...pools]]
  clients.clear()
  pools.clear()
  await Promise.all([...open.map((client) => client.$disconnect()), ...bare.filter((pool) => !pool.ended).map((pool) => pool.end())])
}
