import { z } from 'zod'
import { today } from '../clock.ts'
import { sealNew } from '../crypto/seal.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { digest } from '../safeguarding/digest.server.ts'
import { dayAhead, Step, words } from './parts/fields.ts'
import { hasPart } from './parts/has-part.server.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

const SetAction = () => Step.extend({ ownerId: z.uuid('Say who does it.'), dueOn: dayAhead(today(), 'Pick the day by which it is done.'), what: words('Say what is to be done. One sentence is enough.', 2000) })
export type SetAction = z.input<ReturnType<typeof SetAction>>

/** Whoever keeps a case says what is to be done, by whom and by when. The owner reads that, and not the case. */
export async function setAction(viewer: Viewer, input: SetAction): Promise<void> {
  const { id, concernId, ownerId, dueOn, what } = SetAction().parse(input)
  await takeStep(viewer, { id, concernId, kind: 'action-set' }, may.keep, async ({ concern: { organisationId }, tx }) => {
    if (!(await hasPart(tx, concernId, ownerId))) throw new Conflict('It can be asked of an adult of the setting whom it is not kept from.')
    const sealed = (await sealNew(tx, { table: 'CaseAction', id, organisationId }))('what', what)
    await tx.caseAction.createMany({ data: [{ id, organisationId, concernId, ownerId, dueOn: new Date(dueOn), byId: viewer.id, what: sealed }] })
    await tell(tx, `person:${ownerId}`, 'concern:noted', { concernId })
    return { facts: { actionId: id, ownerId, dueOn, what: digest(sealed) } }
  })
}
