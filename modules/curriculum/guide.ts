import { z } from 'zod'
import { Sources, StableId, Words, type Block, type Pattern, type Run } from './schema.ts'

const runSheet = z.array(z.strictObject({ do: StableId, minutes: z.number().int().min(1).max(90), note: Words.max(300).optional() })).min(1)
const lines = z.array(Words.max(300)).min(1)

export const GuideFrontMatter = z.strictObject({
  session: StableId,
  aims: lines,
  materials: lines,
  room: Words.max(600),
  safety: lines,
  sources: Sources,
  'run-sheets': z.strictObject({ five_session: runSheet, two_day: runSheet }),
})

export const hows = { all: 'Everybody', pairs: 'In pairs', threes: 'In threes', alone: 'Each alone', break: 'Break' } as const
export type How = keyof typeof hows
export const ActivityAttributes = z.strictObject({ id: StableId, title: Words.max(70), how: z.enum(Object.keys(hows) as [How, ...How[]]), teaches: z.string().default('').transform((ids) => ids.split(/\s+/).filter(Boolean)) })

/** What the sitting teaches from: a whole unit, or one of its cards. */
export type Teaches = { unitId: string; cardId: string | null }
export type Activity = { id: string; title: string; how: How; teaches: Teaches[]; /** How it goes. */ blocks: Block[]; /** Words one may use. */ say: Block[]; lookFor: Run[][]; /** For the facilitator. */ notes: Block[]; answers: Block[] }
export type Step = { activityId: string; minutes: number; note: string | null }
export type Guide = { courseId: string; slug: string; sessionId: string; aims: string[]; materials: string[]; room: string; safety: string[]; sources: string[]; runSheets: Record<Pattern, Step[]>; activities: Activity[]; contentHash: string; /** The Markdown it was read from. */ source: string }
