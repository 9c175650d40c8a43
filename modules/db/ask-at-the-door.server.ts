import type pg from 'pg'
import { poolAs } from './clients.server.ts'
import type { DoorPurpose } from './at-the-door.server.ts'

let pool: pg.Pool | undefined

const thePool = () => (pool && !pool.ended ? pool : (pool = poolAs('door', 8)))

/**
 * Asks one thing at the door, in one statement, without opening a transaction: a tenth of the time of `atTheDoor`. For what every request
 * asks. The role `door` and its policies are the same.
 */
export async function askAtTheDoor<Row extends pg.QueryResultRow>(_purpose: DoorPurpose, name: string, sql: string, values: unknown[]): Promise<Row | undefined> {
  const { rows } = await thePool().query<Row>({ name, text: sql, values })
  return rows[0]
}
