import { PgBoss } from 'pg-boss'
import { databaseUrl } from '../db/clients.server.ts'
import { placeOf } from '../db/roles.server.ts'
import { log } from '../log.server.ts'

export const schema = 'jobs'

let boss: PgBoss | undefined

/** The queue of this process: works as the role `system`, in a schema of its own that only migrations change. */
export function theBoss(): PgBoss {
  if (boss) return boss
  boss = new PgBoss({ ...placeOf(databaseUrl(), 'system'), schema, migrate: false, createSchema: false, application_name: 'belay jobs', max: 4, superviseIntervalSeconds: 30 })
  boss.on('error', (error) => log.error({ err: error }, 'the job queue had trouble'))
  return boss
}

export async function stopBoss() {
  await boss?.stop({ graceful: true, timeout: 5000 }).catch((error: unknown) => log.error({ err: error }, 'the job queue did not stop tidily'))
  boss = undefined
}
