import { z } from 'zod'

/** The letter with one day's root: the job's name and what it carries. */
export const rootLetter = { name: 'anchors.root-letter', data: z.object({ day: z.iso.date() }) }
