import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, Forbidden } from '../errors.ts'
import { may as withConcern } from '../safeguarding/policy.ts'
import { isStrikable } from '../safeguarding/steps.ts'
import { Step, words } from './parts/fields.ts'
import { takeStep } from './parts/take-step.server.ts'

import { may } from './policy.ts'

export const StrikeLine = Step.extend({ number: z.coerce.number().int().positive(), words: words('Say what is wrong with it, and what is right.') })

/** A line that is mistaken is struck through, with a reason. It stays readable, and nothing is deleted. */
export async function strikeLine(viewer: Viewer, input: z.input<typeof StrikeLine>): Promise<void> {
  const { id, concernId, number, words } = StrikeLine.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'struck' }, may.discuss, async ({ tx, facts }) => {
    const line = await tx.chronologyEntry.findUnique({ where: { concernId_number: { concernId, number } } })
    if (!line || !isStrikable(line.kind)) throw new Conflict('Only what somebody wrote can be struck through.')
    if (!withConcern.strike(viewer, facts, line)) throw new Forbidden()
    const [struck] = await tx.chronologyEntry.findMany({ where: { concernId, kind: 'struck', facts: { path: ['number'], equals: number } }, take: 1 })
    if (struck) throw new Conflict('It is struck through already.')
    return { facts: { number }, words }
  })
}
