import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { clientAs } from './clients.server.ts'

const newest = readdirSync(join(process.cwd(), 'prisma/migrations')).filter((name) => /^\d{14}_/.test(name)).sort().at(-1)

/** A process that has just started has had no time to work a job that comes each minute, in seconds. */
const firstBeatBy = 150

/**
 * What is missing before this process can serve: an empty list when nothing is. Jobs are there when one that runs each minute has run within
 * five: letters and the clocks of concerns are jobs, and a queue that only exists helps nobody.
 */
export async function isReady(upFor = process.uptime()): Promise<string[]> {
  try {
    const [row] = await clientAs('system').$queryRaw<{ migrated: boolean; queue: boolean }[]>`
      SELECT EXISTS (SELECT FROM _prisma_migrations WHERE migration_name = ${newest} AND finished_at IS NOT NULL) AS migrated, to_regclass('jobs.job') IS NOT NULL AS queue`
    if (!row?.migrated) return ['migrations', ...(row?.queue ? [] : ['jobs'])]
    return row.queue && (upFor < firstBeatBy || await beats()) ? [] : ['jobs']
  } catch {
    return ['database']
  }
}

async function beats(): Promise<boolean> {
  const [row] = await clientAs('system').$queryRaw<{ beats: boolean }[]>`SELECT EXISTS (SELECT FROM "Heartbeat" WHERE what = 'jobs' AND at > clock_timestamp() - interval '5 minutes') AS beats`
  return row!.beats
}
