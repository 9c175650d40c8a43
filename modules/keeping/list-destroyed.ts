import { z } from 'zod'

/** What was destroyed is written down outside the database. */
export const listDestroyed = { name: 'keeping.list-destroyed', data: z.object({}), policy: 'singleton' } as const
