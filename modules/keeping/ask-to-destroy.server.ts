import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { authorize } from '../policy.ts'
import { dueRows } from './parts/due-rows.server.ts'
import { words } from './parts/fields.ts'
import { may } from './policy.ts'

export const AskToDestroy = z.object({
  id: z.uuid(), organisationId: z.uuid(), rule: z.string().max(100),
  subjectIds: z.array(z.uuid()).min(1, 'Tick what is to go.').max(100, 'At most a hundred at a time.').transform((ids) => [...new Set(ids)]),
  words: words('Say what you looked at, and why they are no longer needed.'),
})

/** Somebody who looks after concerns, or keeps a record of the register of concerns about adults, asks another to agree that these are destroyed: their time has come, and nothing is gone until the other agrees. */
export async function askToDestroy(viewer: Viewer, input: z.input<typeof AskToDestroy>): Promise<void> {
  const { id, organisationId, rule, subjectIds, words } = AskToDestroy.parse(input)
  authorize(may.lookAfter, viewer, organisationId, rule)
  const mine = (tx: Tx) => tx.destruction.findFirst({ where: { id, askedById: viewer.id }, select: { id: true } })
  await changeOnce(viewer, async (tx) => {
    if (await mine(tx)) return
    const due = (await dueRows(tx, subjectIds)).filter((one) => one.organisationId === organisationId && one.rule === rule)
    if (due.length !== subjectIds.length) throw new Conflict('Some of these are not due any more. Look at the list again.')
    if (due.some(({ isHeld }) => isHeld)) throw new Conflict('Some of these are held, and stay. Look at the list again.')
    if (due.length > 1 && (await goesRoundSomebody(tx, organisationId, subjectIds))) throw new Conflict('One of these is kept from a colleague. Ask for it by itself: with others, they would learn that there is something.')
    const { because } = await tx.retentionRule.findUniqueOrThrow({ where: { what: rule }, select: { because: true } })
    const seal = await sealNew(tx, { table: 'Destruction', id, organisationId })
    await tx.destruction.createMany({ data: [{ id, organisationId, rule, days: due[0]!.days, because, count: due.length, askedById: viewer.id, reason: seal('reason', words) }] })
    await tx.destructionItem.createMany({ data: due.map(({ subjectId, length }) => ({ destructionId: id, subjectId, organisationId, length })) })
    await record(tx, viewer, 'keeping.asked-to-destroy', { organisationId, subjectId: id, rule, count: due.length })
  }, { mine, otherwise: 'A colleague has asked for one of these already. Look at the list again.' })
}

/** Is one of these kept from somebody who looks after concerns here? Whoever cannot see a request sees what else is in it as due, and finds that it was asked for. */
async function goesRoundSomebody(tx: Tx, organisationId: string, subjectIds: readonly string[]): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ is: boolean }[]>`
    SELECT EXISTS (SELECT FROM (SELECT "concernId" AS id, "personId" FROM "ConcernKeptFrom" UNION ALL SELECT "adultConcernId", "personId" FROM "AdultKeptFrom") kept
      JOIN "Membership" m ON m."personId" = kept."personId" AND m."organisationId" = ${organisationId}::uuid AND m.role IN ('safeguarding_lead', 'deputy_lead') AND app.is_current(m."startsAt", m."endsAt")
      WHERE kept.id = ANY (${[...subjectIds]}::uuid[])) AS is`
  return row!.is
}
