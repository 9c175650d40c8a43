import { z } from 'zod'
import { BodyField } from './parse-body.ts'

/** One save of what somebody writes, as it arrives. */
export const SaveText = z.object({
  entryId: z.uuid(),
  /** The writing this save is of: one open page, from opening to closing. */
  writingId: z.uuid(),
  /** Which of that writing's saves; counts up. */
  step: z.coerce.number().int().min(1).max(1_000_000),
  /** The revision the page began from or was last told; 0 for a new entry. */
  revision: z.coerce.number().int().min(0),
  body: BodyField,
  promptId: z.string().max(100).optional(),
  cardId: z.string().max(200).optional(),
})
export type SaveText = z.output<typeof SaveText>

/** What became of it: saved, or kept beside another text that was first. */
export type Saved = { state: 'saved' | 'two'; revision: number }
