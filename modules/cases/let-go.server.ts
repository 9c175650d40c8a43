import { z } from 'zod'
import { now } from '../clock.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { Step, words } from './parts/fields.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const LetGo = Step.extend({ personId: z.uuid(), words: words('Say why they no longer need to know.') })

/** Somebody who was brought in to a case no longer needs to know: from now on they do not read it. */
export async function letGo(viewer: Viewer, input: z.input<typeof LetGo>): Promise<void> {
  const { id, concernId, personId, words } = LetGo.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'let-go' }, may.keep, async ({ tx }) => {
    const { count } = await tx.caseReader.updateMany({ where: { concernId, personId, endedAt: null }, data: { endedAt: now(), endedById: viewer.id } })
    if (count === 0) throw new Conflict('They do not read it any more.')
    await tell(tx, `person:${personId}`, 'concern:noted', { concernId })
    return { facts: { personId }, words }
  })
}
