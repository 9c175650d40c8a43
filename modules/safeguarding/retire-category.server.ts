import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { mayKeepCategories } from './policy.ts'

/** A safeguarding lead takes a kind of worry that their setting added off its list. What was called so keeps its name. */
export async function retireCategory(viewer: Viewer, input: { categoryId: string }): Promise<void> {
  const id = z.uuid().parse(input.categoryId)
  await change(viewer, async (tx) => {
    const category = await tx.concernCategory.findUnique({ where: { id }, select: { organisationId: true } })
    if (!category) throw new NotFound()
    authorize(mayKeepCategories, viewer, category.organisationId)
    const { count } = await tx.concernCategory.updateMany({ where: { id, retiredAt: null }, data: { retiredAt: now(), retiredById: viewer.id } })
    if (count) await record(tx, viewer, 'category.retired', { organisationId: category.organisationId, subjectId: id })
  })
}
