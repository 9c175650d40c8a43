import { z } from 'zod'

/** The letter to a safeguarding lead that a colleague is being let back in: the job's name and what it carries. */
export const helpLetter = { name: 'identity.help-letter', data: z.object({ helpId: z.uuid(), personId: z.uuid() }) }
