import { z } from 'zod'

/** The letter to one person that something needs them, for a concern about an adult: the job's name and what it carries. It reads like every such letter. */
export const adultLetter = { name: 'adults.letter', data: z.object({ adultConcernId: z.uuid(), personId: z.uuid(), rung: z.enum(['first', 'deputies', 'head', 'delivery_site']), /** How often it has been tried before. */ tried: z.number().int().optional() }) }
