import { z } from 'zod'
import { defineJob, type Job } from '../jobs/job.ts'
import { adultLetter } from './adult-letter.ts'
import { climbAdults } from './climb-adults.server.ts'
import { postAdultLetter } from './post-adult-letter.server.ts'

/** What runs for concerns about adults without anybody looking: letters, and the clocks, once a minute like a concern's own sweep. */
export const adultsJobs: readonly Job[] = [
  defineJob({ ...adultLetter, work: postAdultLetter }),
  defineJob({ name: 'adults.sweep', data: z.object({}), policy: 'singleton', every: '* * * * *', work: climbAdults }),
]
