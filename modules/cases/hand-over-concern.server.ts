import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { keepersOf } from './parts/keepers-of.server.ts'
import { Step, words } from './parts/fields.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const HandOverConcern = Step.extend({ toId: z.uuid('Say who looks after it from here.'), words: words('Say why, and what is under way.') })

/** Whoever keeps a case hands it to a colleague, or takes over what a colleague had: who is away, or has left. */
export async function handOverConcern(viewer: Viewer, input: z.input<typeof HandOverConcern>): Promise<void> {
  const { id, concernId, toId, words } = HandOverConcern.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'handed-over' }, may.keep, async ({ tx, concern }) => {
    if (concern.head!.holderId === toId) throw new Conflict('They look after it already.')
    if (!(await keepersOf(tx, concern)).some((keeper) => keeper.personId === toId)) throw new Conflict('Only a safeguarding lead, a deputy or a head who was told can look after it.')
    await tell(tx, `person:${toId}`, 'concern:noted', { concernId })
    return { facts: { toId }, words }
  })
}
