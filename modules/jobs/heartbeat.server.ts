import { z } from 'zod'
import { clientAs } from '../db/clients.server.ts'
import { defineJob } from './job.ts'

/** Writes down that jobs are taken out and worked, each minute. By the server's own clock, which no test moves: it is about the machine. */
export const heartbeat = defineJob({
  name: 'jobs.heartbeat', data: z.object({}), policy: 'singleton', every: '* * * * *',
  work: async () => {
    await clientAs('system').$executeRaw`INSERT INTO "Heartbeat" (what, at) VALUES ('jobs', clock_timestamp()) ON CONFLICT (what) DO UPDATE SET at = excluded.at`
  },
})
