import { z } from 'zod'
import { eachAlone } from '../jobs/each-alone.server.ts'
import { defineJob, type Job } from '../jobs/job.ts'
import { alertLetter, clockRanOut, coverBegins, somethingAdded } from './alert-letter.ts'
import { climb, climbWhatWaits } from './climb.server.ts'
import { routeToCover, routeToEveryCover } from './route-to-cover.server.ts'
import { postAlertLetter } from './post-alert-letter.server.ts'
import { tellOfAddition } from './tell-of-addition.server.ts'

/** What runs for concerns without anybody looking: letters, and the clocks, each at its moment and all of them once a minute besides. */
export const safeguardingJobs: readonly Job[] = [
  defineJob({ ...alertLetter, work: postAlertLetter }),
  defineJob({ ...somethingAdded, work: tellOfAddition }),
  defineJob({ ...clockRanOut, work: async ({ concernId }) => { await climb(concernId) } }),
  defineJob({ ...coverBegins, work: ({ absenceId }) => routeToCover(absenceId) }),
  defineJob({ name: 'safeguarding.sweep', data: z.object({}), policy: 'singleton', every: '* * * * *', work: () => eachAlone([routeToEveryCover, climbWhatWaits], (work) => work()) }),
]
