import pg from 'pg'
import { expect } from 'vitest'
import { databaseUrl } from '#modules/db/clients.server.ts'
import { onServer } from './template.ts'

/** How many wait at a lock. Asked outside the holder's transaction, which would see the same answer for as long as it lasts. */
const waiting = async () => ((await onServer(databaseUrl(), `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)).rows[0] as { count: number }).count

/** Two deeds meet at one lock, and come through it in this order: `lock` is held until the first waits there, and the second behind it. */
export async function atOneLock(lock: string, first: () => Promise<unknown>, second: () => Promise<unknown>) {
  const holder = new pg.Client({ connectionString: databaseUrl() })
  await holder.connect()
  try {
    await holder.query('BEGIN')
    await holder.query(lock)
    const deeds: Promise<unknown>[] = []
    for (const deed of [first, second]) {
      const begun = deed()
      begun.catch(() => {})
      deeds.push(begun)
      await expect.poll(waiting, { timeout: 10_000 }).toBe(deeds.length)
    }
    await holder.query('COMMIT')
    return await Promise.allSettled(deeds) as [PromiseSettledResult<unknown>, PromiseSettledResult<unknown>]
  } finally {
    await holder.end()
  }
}
