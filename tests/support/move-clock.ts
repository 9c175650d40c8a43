import { databaseUrl } from '#modules/db/clients.server.ts'
import { follow } from '#modules/clock.ts'
import { onServer } from './template.ts'

/** Moves the clock of this test's database: `'+16 minutes'` from where it is, or `'0'` for back to now. */
export async function moveClock(by: string) {
  const change = by === '0' ? `'0'` : `ahead + interval '${by}'`
  const { rows } = await onServer(databaseUrl(), `UPDATE testing.clock SET ahead = ${change}; SELECT app.now() AS now`).then((results) => (results as unknown as { rows: { now: Date }[] }[])[1]!)
  follow(rows[0]!.now)
}
