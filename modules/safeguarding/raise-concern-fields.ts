import { z } from 'zod'
import { ofThatNameAnswers } from './left-out.ts'

const Ids = z.union([z.array(z.uuid()), z.uuid().transform((id) => [id]), z.literal('').transform((): string[] => [])])

/** The form: three answers are enough. Its id is made with the page, so that a resend is the same concern. */
export const RaiseConcern = z.object({
  id: z.uuid(),
  organisationId: z.uuid().optional(),
  who: z.string().trim().min(1, 'Say who you are worried about. A first name, or what you know.').max(2000, 'That is longer than fits. Keep the most important part.'),
  what: z.string().trim().min(1, 'Say what happened or what you noticed. A few words are enough.').max(20_000, 'That is longer than fits. Keep the most important part.'),
  danger: z.enum(['now', 'soon', 'not_now', 'unsure'], 'Pick the answer that is nearest. “I’m not sure” is a good answer.'),
  isAboutAdult: z.boolean().default(false),
  keptFrom: Ids.default([]).transform((ids) => [...new Set(ids)].slice(0, 40)),
  /** It is about their mentor, their supervisor or how mentoring is run: it goes round all of them, and the youth workers are not told. */
  isAboutMentoring: z.boolean().default(false),
  /** Whom it is about was chosen from a list: no name in `who` is taken for an adult's. */
  isPicked: z.boolean().default(false),
  /** Of a name in `who` that is the last adult's who could be told: whether it is they (`left-out.ts`). */
  ofThatName: z.enum(ofThatNameAnswers).optional(),
  /** Of whom that was asked. */
  askedOf: z.array(z.string()).readonly().optional(),
  /** A device sends it on its own: nobody is there to be asked. */
  isUnattended: z.boolean().default(false),
  /** Where they were: a kind and an id (`origin.ts`). What does not fit is left out. */
  from: z.string().max(200).optional(),
  /** An answer given in the room without a name, which it is about. */
  answerId: z.uuid().optional(),
})
export type RaiseConcern = z.input<typeof RaiseConcern>
