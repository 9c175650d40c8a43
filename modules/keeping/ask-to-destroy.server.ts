import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import { newId } from '../db/new-id.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { authorize } from '../policy.ts'
import { askedApart } from './parts/asked-apart.server.ts'
import { dueRows, type DueRow } from './parts/due-rows.server.ts'
import { words } from './parts/fields.ts'
import { orWhyNot } from './parts/or-why-not.server.ts'
import { tellWhoAgrees } from './parts/tell-who-agrees.server.ts'
import { may } from './policy.ts'

export const AskToDestroy = z.object({
  id: z.uuid(), organisationId: z.uuid(), rule: z.string().max(100),
  subjectIds: z.array(z.uuid()).min(1, 'Tick what is to go.').max(100, 'At most a hundred at a time.').transform((ids) => [...new Set(ids)]),
  words: words('Say what you looked at, and why they are no longer needed.'),
})

/**
 * Somebody who looks after concerns, or keeps a record of the register of concerns about adults, asks another to agree that these are destroyed: their time has come, and nothing is gone until the other agrees.
 * What not everybody may know of is a request of its own; the first of them has the id of the form.
 */
export async function askToDestroy(viewer: Viewer, input: z.input<typeof AskToDestroy>): Promise<void> {
  const { id, organisationId, rule, subjectIds, words } = AskToDestroy.parse(input)
  authorize(may.lookAfter, viewer, organisationId, rule)
  const mine = (tx: Tx) => tx.destruction.findFirst({ where: { id, askedById: viewer.id }, select: { id: true } })
  await changeOnce(viewer, async (tx) => {
    if (await mine(tx)) return
    const due = (await dueRows(tx, subjectIds)).filter((one) => one.organisationId === organisationId && one.rule === rule)
    if (due.length !== subjectIds.length) throw new Conflict('Some of these are not due any more. Look at the list again.')
    if (due.some(({ isHeld }) => isHeld)) throw new Conflict('Some of these are held, and stay. Look at the list again.')
    const { because } = await tx.retentionRule.findUniqueOrThrow({ where: { what: rule }, select: { because: true } })
    for (const [at, together] of (await askedApart(tx, due)).entries()) await askFor(tx, viewer, { id: at === 0 ? id : newId(), because, words }, together)
  }, { mine, otherwise: 'A colleague has asked for one of these already. Look at the list again.' })
}

/** One request. */
async function askFor(tx: Tx, viewer: Viewer, { id, because, words }: { id: string; because: string; words: string }, due: readonly DueRow[]): Promise<void> {
  const { organisationId, rule, days } = due[0]!
  const seal = await sealNew(tx, { table: 'Destruction', id, organisationId })
  await tx.destruction.createMany({ data: [{ id, organisationId, rule, days, because, count: due.length, askedById: viewer.id, reason: seal('reason', words) }] })
  await orWhyNot(tx.destructionItem.createMany({ data: due.map(({ subjectId, length }) => ({ destructionId: id, subjectId, organisationId, length })) }), { BL019: 'One of these was kept from a colleague a moment ago. Ask again: then it is asked for by itself.' })
  await tellWhoAgrees(tx, viewer, id, due)
  await record(tx, viewer, 'keeping.asked-to-destroy', { organisationId, subjectId: id, rule, count: due.length })
}
