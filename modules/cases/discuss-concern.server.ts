import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { Step, words } from './parts/fields.ts'
import { hasPart } from './parts/has-part.server.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const DiscussConcern = Step.extend({ withId: z.uuid('Say whom it was discussed with.'), words: words('Say what you spoke of, and what came of it.') })

/** Somebody who reads a case writes down what was discussed with the clinical supervisor, or with another adult of the setting. */
export async function discussConcern(viewer: Viewer, input: z.input<typeof DiscussConcern>): Promise<void> {
  const { id, concernId, withId, words } = DiscussConcern.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'discussed' }, may.discuss, async ({ tx }) => {
    if (!(await hasPart(tx, concernId, withId))) throw new Conflict('It can be discussed with an adult of the setting whom it is not kept from.')
    return { facts: { withId }, words }
  })
}
