import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { clientAs } from './clients.server.ts'

const newest = readdirSync(join(process.cwd(), 'prisma/migrations')).filter((name) => /^\d{14}_/.test(name)).sort().at(-1)

/** What is missing before this process can serve: an empty list when nothing is. */
export async function isReady(): Promise<string[]> {
  try {
    const [row] = await clientAs('system').$queryRaw<{ migrated: boolean; jobs: boolean }[]>`
      SELECT EXISTS (SELECT FROM _prisma_migrations WHERE migration_name = ${newest} AND finished_at IS NOT NULL) AS migrated,
             to_regclass('jobs.job') IS NOT NULL AS jobs`
    return [...(row?.migrated ? [] : ['migrations']), ...(row?.jobs ? [] : ['jobs'])]
  } catch {
    return ['database']
  }
}
