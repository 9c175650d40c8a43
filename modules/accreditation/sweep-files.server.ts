import { z } from 'zod'
import { asSystem } from '../db/as-system.server.ts'
import { defineJob } from '../jobs/job.ts'

/**
 * Files that nobody handed in, or that were taken back while their learner was held, are let go when the rule says, and their keys with them. An hour later than they can be handed in: one that is being
 * handed in this moment must not go from under it. What is held stays.
 */
export const sweepFiles = (): Promise<number> => asSystem('let go of files that nobody handed in', (tx) => tx.$executeRaw`
  DELETE FROM "EvidenceFile" WHERE "keptAt" <= app.now() - make_interval(days => (SELECT days FROM "RetentionRule" WHERE what = 'evidence.file-not-handed-in'), hours => 1)
    AND NOT app.person_is_held("organisationId", "personId")`)

export const sweepFilesHourly = defineJob({ name: 'accreditation.sweep-files', data: z.object({}), policy: 'singleton', every: '41 * * * *', work: async () => { await sweepFiles() } })
