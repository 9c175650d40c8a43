import { useDatabase } from '#modules/db/clients.server.ts'
import { migrate } from '#modules/db/migrate.server.ts'
import { makeRoles } from '#modules/db/roles.server.ts'
import { everyJob } from '#modules/every-job.server.ts'
import { installJobs } from '#modules/jobs/install.server.ts'
import { makeTheBadgeKey } from '#modules/awards/badge-keys.server.ts'
import { digestNames } from '#modules/mentoring/digest-names.server.ts'
import { makeTheHouseKey } from '#modules/crypto/make-the-house-key.server.ts'

/**
 * Brings a database to where this Belay needs it: roles, migrations, the job queue's tables, the house key, the key for badges, digests of the
 * names that were written down before those were kept. Safe to repeat.
 */
export async function prepareDatabase(url: string): Promise<string[]> {
  await makeRoles(url)
  const applied = await migrate(url)
  await installJobs(url, everyJob)
  useDatabase(url)
  await makeTheHouseKey()
  await makeTheBadgeKey()
  await digestNames()
  return applied
}
