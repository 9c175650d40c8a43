import { z } from 'zod'

/** The letter to one person that something needs them: the job's name and what it carries. */
export const alertLetter = { name: 'safeguarding.alert-letter', data: z.object({ concernId: z.uuid(), personId: z.uuid(), rung: z.enum(['first', 'deputies', 'head', 'delivery_site']), /** How often it has been tried before. */ tried: z.number().int().optional() }) }

/** Somebody's absence begins, and their cover is to hear of what waits: the job's name and what it carries. */
export const coverBegins = { name: 'safeguarding.cover-begins', data: z.object({ absenceId: z.uuid() }) }

/** A clock of one concern may have run out: the job's name and what it carries. */
export const clockRanOut = { name: 'safeguarding.clock-ran-out', data: z.object({ concernId: z.uuid() }) }

/** Whoever raised a concern has added a line to it, and its readers are to hear of it: the job's name and what it carries. */
export const somethingAdded = { name: 'safeguarding.something-added', data: z.object({ concernId: z.uuid(), lineId: z.uuid() }) }
