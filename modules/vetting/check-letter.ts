import { z } from 'zod'

/** The letter to an adult that a check of theirs runs out: the job's name and what it carries. */
export const checkLetter = { name: 'vetting.check-letter', data: z.object({ organisationId: z.uuid(), personId: z.uuid() }) }
