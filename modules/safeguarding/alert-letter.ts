import { z } from 'zod'

/** The letter to one person that something needs them: the job's name and what it carries. */
export const alertLetter = { name: 'safeguarding.alert-letter', data: z.object({ concernId: z.uuid(), personId: z.uuid(), rung: z.enum(['first', 'deputies', 'head', 'delivery_site']) }) }

/** A clock of one concern may have run out: the job's name and what it carries. */
export const clockRanOut = { name: 'safeguarding.clock-ran-out', data: z.object({ concernId: z.uuid() }) }
