import { z } from 'zod'
import { asSystem } from '../db/as-system.server.ts'
import { defineJob } from '../jobs/job.ts'

/** Attempts as old as the rule says are taken away, but for those at a concern that is held; who was told stays in the chronology. */
export const purgeAttempts = (): Promise<number> => asSystem('take away attempts that were kept long enough', (tx) => tx.$executeRaw`
  WITH adults AS (DELETE FROM "AdultAttempt" WHERE at <= app.now() - (SELECT make_interval(days => days) FROM "RetentionRule" WHERE what = 'safeguarding.attempts') AND NOT app.adult_is_held("adultConcernId"))
  DELETE FROM "ConcernAttempt" WHERE at <= app.now() - (SELECT make_interval(days => days) FROM "RetentionRule" WHERE what = 'safeguarding.attempts')
    AND ("concernId" IS NULL OR NOT app.concern_is_held("concernId"))`)

export const purgeAttemptsDaily = defineJob({ name: 'reaching.purge-attempts', data: z.object({}), policy: 'singleton', every: '52 3 * * *', work: async () => { await purgeAttempts() } })
