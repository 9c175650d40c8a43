import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { categoriesOf, categoryLabels } from '../safeguarding/categories.ts'
import { ownCategories } from '../safeguarding/own-categories.server.ts'
import { Step } from './parts/fields.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const CategoriseConcern = Step.extend({ categories: z.array(z.string()).min(1, 'Choose what kind of worry it is. “Welfare, or something else” is one.').max(8, 'Choose the eight that matter most.').transform((keys) => [...new Set(keys)].sort()) })

/** Whoever keeps a case says what kinds of worry it is. It can be said again: the last one counts. */
export async function categoriseConcern(viewer: Viewer, input: z.input<typeof CategoriseConcern>): Promise<void> {
  const { id, concernId, categories } = CategoriseConcern.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'categorised' }, may.keep, async ({ tx, concern }) => {
    const own = (await ownCategories(tx, concern.organisationId)).filter((one) => !one.isRetired || concern.head!.categories.includes(one.id)).map((one) => one.id)
    if (!categories.every((key) => categoryLabels[key] || own.includes(key))) throw new Conflict('The list has changed since you opened it. Look at it again.')
    return { facts: { categories, list: categoriesOf } }
  })
}
