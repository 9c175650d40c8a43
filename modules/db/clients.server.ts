import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '#prisma/generated/client.ts'
import { placeOf, type DatabaseRole } from './roles.server.ts'

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
  if (!client) clients.set(role, (client = new PrismaClient({ adapter: new PrismaPg({ ...placeOf(databaseUrl(), role), max: connectionsOf[role] }) })))
  return client
}

/** A bare pool as this role, for what speaks pg itself: the rate limits, the jobs, the listener. */
export const poolAs = (role: DatabaseRole, max = 2): pg.Pool => new pg.Pool({ ...placeOf(databaseUrl(), role), max })

/** One bare connection as this role. */
export const connectionAs = (role: DatabaseRole): pg.Client => new pg.Client({ ...placeOf(databaseUrl(), role), keepAlive: true })

export async function closeClients() {
  await Promise.all([...clients.values()].map((client) => client.$disconnect()))
  clients.clear()
}
