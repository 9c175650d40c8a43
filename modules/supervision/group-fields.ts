import { z } from 'zod'
import { LocalTime } from './local-time.ts'
import { isRule } from './meeting-times.ts'

const callAddress = z.union([z.literal('').transform(() => null), z.null(), z.url({ protocol: /^https$/, error: 'Write the whole address, beginning with https://' }).max(500)])

/** What a group is called, where and when it meets. */
export const GroupFields = z.object({
  name: z.string().trim().min(2, 'Give the group a name.').max(80),
  place: z.string().trim().min(2, 'Say where it meets.').max(120),
  callAddress: callAddress.default(null),
  rule: z.string().trim().max(200).refine(isRule, 'Belay cannot follow this. Choose one from the list.').default('FREQ=WEEKLY;INTERVAL=2'),
  firstAt: LocalTime('Choose the day and time of the first meeting.'),
  minutes: z.coerce.number().int().min(15, 'At least a quarter of an hour.').max(240, 'Four hours at most.').default(60),
})
