import { z } from 'zod'
import { defineJob, type Job } from '../jobs/job.ts'
import { climbCases } from './climb-cases.server.ts'
import { leftToNobody } from './left-to-nobody.ts'

/** The clocks of cases run for hours and days: looking every five minutes is soon enough, and finds whatever an outage missed. */
/** When a role ends it looks at once. */
export const casesJobs: readonly Job[] = [defineJob({ name: 'cases.sweep', data: z.object({}), policy: 'singleton', every: '*/5 * * * *', work: climbCases }), defineJob({ ...leftToNobody, work: climbCases })]
