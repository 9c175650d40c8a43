import { z } from 'zod'

/** What is kept outside of one destruction, so that it can be done again to a backup made before. */
export const destroyedList = z.object({
  id: z.uuid(), organisationId: z.uuid(), rule: z.string(), days: z.number().int(), because: z.string().optional(), count: z.number().int(), askedById: z.uuid(), askedAt: z.iso.datetime(), endedAt: z.iso.datetime(), endedById: z.uuid(),
  items: z.array(z.object({ subjectId: z.uuid(), length: z.number().int() })),
})
