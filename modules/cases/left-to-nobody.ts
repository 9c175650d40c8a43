import { z } from 'zod'

/** Somebody who may have looked after cases no longer does: the job's name and what it carries. */
export const leftToNobody = { name: 'cases.left', data: z.object({}) }
