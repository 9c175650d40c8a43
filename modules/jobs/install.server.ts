import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { placeOf } from '../db/roles.server.ts'
import { schema } from './boss.server.ts'
import type { Job } from './job.ts'

/**
 * Makes or renews the queue's own tables, as `owner`, and one queue a job. `system` works them; `app` may add a job in its own
 * transaction and look at nothing but what queues there are.
 */
export async function installJobs(url: string, jobs: readonly Job[]) {
  const { user, password, host, port, database, options } = placeOf(url, 'owner')
  const boss = new PgBoss({ user, password: password, host, port, database, options, schema, supervise: false, schedule: false, max: 1 })
  await boss.start()
  const have = new Set((await boss.getQueues()).map((queue) => queue.name))
  for (const job of jobs) if (!have.has(job.name)) await boss.createQueue(job.name, { retryLimit: 10, retryDelay: 5, retryBackoff: true, policy: job.policy ?? 'standard', ...(job.seconds ? { expireInSeconds: job.seconds } : {}) })
  await boss.stop({ graceful: false })

  const owner = new pg.Client(placeOf(url, 'owner'))
  await owner.connect()
  await owner.query(`
    GRANT USAGE ON SCHEMA ${schema} TO app, door, system;
    GRANT ALL ON ALL TABLES IN SCHEMA ${schema} TO system;
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schema} TO system;
    REVOKE ALL ON ALL TABLES IN SCHEMA ${schema} FROM app, door;
    GRANT SELECT ON ${schema}.queue TO app, door;
    GRANT INSERT ON ${schema}.job, ${schema}.job_common TO app, door;
    GRANT SELECT (id) ON ${schema}.job, ${schema}.job_common TO app, door;`)
  await owner.end()
}
