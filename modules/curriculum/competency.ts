import { z } from 'zod'
import { Sources, StableId, Words } from './schema.ts'

const indicator = z.strictObject({ id: StableId, says: Words.max(200), units: z.array(StableId).min(1, 'Say in which unit it is taught.') })

/** What somebody can do who has learned a course, each with what one could see or hear of it. */
export const Competencies = z.strictObject({
  course: StableId,
  sources: Sources,
  competencies: z.array(z.strictObject({
    id: StableId,
    title: Words.max(60),
    summary: Words.max(240),
    sources: Sources,
    indicators: z.array(indicator).min(4, 'A competency has four to six indicators.').max(6, 'A competency has four to six indicators.'),
  })).min(1),
})
export type Competencies = z.output<typeof Competencies>
export type Competency = Competencies['competencies'][number]
