import { z } from 'zod'
import { RaiseConcern } from '../safeguarding/raise-concern-fields.ts'

const few = (longest = 2000) => z.string().trim().max(longest, 'That is longer than fits. Keep the most important part.').default('')
const perhapsId = z.union([z.uuid(), z.literal('').transform(() => undefined)]).optional()

/** Handing on a worry about an adult: the same three answers, which adult, who is close to them, and whether the sharer's name is kept apart. */
export const ShareAdultConcern = RaiseConcern.pick({ id: true, organisationId: true, danger: true, keptFrom: true, isAboutMentoring: true, from: true }).extend({
  what: z.string().trim().min(1, 'Say what happened or what you noticed. A few words are enough.').max(20_000, 'That is longer than fits. Keep the most important part.'),
  /** Which young person it is to do with, if one. */
  child: few(),
  /** Who it is about: somebody of the setting, or in words. */
  aboutId: perhapsId, aboutName: few(300),
  isApart: z.union([z.boolean(), z.literal('yes').transform(() => true), z.literal('').transform(() => false)]).default(false),
  /** Who told it to whoever writes it down. */
  toldBy: few(300),
  /** The concern about a child in which it was found. */
  concernId: z.uuid().optional(),
})
export type ShareAdultConcern = z.input<typeof ShareAdultConcern>
