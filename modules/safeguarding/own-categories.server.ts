import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { categoryLabels } from './categories.ts'
import { mayKeepCategories } from './policy.ts'

export type OwnCategory = { id: string; organisationId: string; under: string; label: string; isRetired: boolean }

/** The kinds of worry a setting has added to the list. Those that are retired keep their name on what was called so. */
export async function ownCategories(tx: Tx, organisationId: string): Promise<OwnCategory[]> {
  const rows = await tx.concernCategory.findMany({ where: { organisationId }, orderBy: [{ label: 'asc' }, { id: 'asc' }] })
  return rows.map(({ id, under, label, retiredAt }) => ({ id, organisationId, under, label, isRetired: retiredAt !== null }))
}

/** What a kind of worry is called in a setting. */
export async function categoryNames(tx: Tx, organisationId: string): Promise<(key: string) => string> {
  const own = await ownCategories(tx, organisationId)
  return (key) => categoryLabels[key] ?? own.find(({ id }) => id === key)?.label ?? 'something that is not on the list'
}

export type PlaceWithCategories = { organisationId: string; organisationName: string; own: OwnCategory[] }

/** The settings whose list this viewer keeps, each with what it has added. */
export const categoriesToKeep = (viewer: Viewer): Promise<PlaceWithCategories[]> => read(viewer, async (tx) => {
  const mine = [...new Set(viewer.memberships.map(({ organisationId }) => organisationId))].filter((organisationId) => mayKeepCategories(viewer, organisationId))
  const settings = await tx.organisation.findMany({ where: { id: { in: mine } }, select: { id: true, name: true }, orderBy: { name: 'asc' } })
  const kept: PlaceWithCategories[] = []
  for (const { id, name } of settings) kept.push({ organisationId: id, organisationName: name, own: await ownCategories(tx, id) })
  return kept
})
