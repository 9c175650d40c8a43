import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { authorize } from '../policy.ts'
import { categories } from './categories.ts'
import { ownCategories } from './own-categories.server.ts'
import { mayKeepCategories } from './policy.ts'

export const AddCategory = z.object({
  id: z.uuid(), organisationId: z.uuid('Pick the setting.'),
  under: z.enum(categories.map(({ key }) => key), 'Pick which of the list it belongs under.'),
  label: z.string().transform((text) => text.replaceAll(/\s+/g, ' ').trim()).pipe(z.string().min(3, 'Write what it is called.').max(60, 'Call it something shorter.')),
})

/** A safeguarding lead adds a kind of worry to their setting's list, under one of those that guidance names. */
export async function addCategory(viewer: Viewer, input: z.input<typeof AddCategory>): Promise<void> {
  const { id, organisationId, under, label } = AddCategory.parse(input)
  authorize(mayKeepCategories, viewer, organisationId)
  const mine = (tx: Tx) => tx.concernCategory.findFirst({ where: { id, organisationId, addedById: viewer.id }, select: { id: true } })
  await changeOnce(viewer, async (tx) => {
    if (await mine(tx)) return
    const called = [...categories.flatMap((one) => [one, ...one.leaves]), ...(await ownCategories(tx, organisationId)).filter((one) => !one.isRetired)].map((one) => one.label.toLowerCase())
    if (called.includes(label.toLowerCase())) throw new Conflict('That is on the list already.')
    await tx.concernCategory.createMany({ data: [{ id, organisationId, under, label, addedById: viewer.id }] })
    await record(tx, viewer, 'category.added', { organisationId, subjectId: id })
  }, { mine, otherwise: 'That is on the list already.' })
}
