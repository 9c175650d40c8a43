import type { z } from 'zod'
import { today } from '../clock.ts'
import type { Viewer } from '../db/viewer.ts'
import { dayAhead, Step, words } from './parts/fields.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

const ReviewConcern = () => Step.extend({ reviewOn: dayAhead(today(), 'Pick the day on which you look again.'), words: words('Say how it stands, and what changed.') })
export type ReviewConcern = z.input<ReturnType<typeof ReviewConcern>>

/** Whoever keeps a case looks at it again, says how it stands, and when the next look is. */
export async function reviewConcern(viewer: Viewer, input: ReviewConcern): Promise<void> {
  const { id, concernId, reviewOn, words } = ReviewConcern().parse(input)
  await takeStep(viewer, { id, concernId, kind: 'reviewed' }, may.keep, () => ({ facts: { reviewOn }, words }))
}
