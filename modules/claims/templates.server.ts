import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden } from '../errors.ts'
import { Columns } from './columns.ts'
import { may, placesToClaim } from './policy.ts'
import { dateFormats, type DateFormat } from './template.ts'

/** The templates in use: of each name the newest. */
export async function templatesInUse(tx: Tx, organisationIds: readonly string[]) {
  const all = await tx.claimTemplate.findMany({ where: { organisationId: { in: [...organisationIds] } }, orderBy: [{ madeAt: 'desc' }, { id: 'desc' }], take: 100 })
  return all.filter((one, at) => all.findIndex((other) => other.organisationId === one.organisationId && other.name === one.name) === at).map(layoutOf)
}

/** A template as it is stored, read again by the rules it was made by. */
export const layoutOf = <Stored extends { columns: unknown; dateFormat: string }>({ columns, dateFormat, ...rest }: Stored) =>
  ({ ...rest, columns: Columns.parse(columns), dateFormat: (dateFormat in dateFormats ? dateFormat : 'dd/mm/yyyy') as DateFormat })

/** How the awarding bodies of a coordinator's settings want their tables. */
export const templates = (viewer: Viewer) => read(viewer, async (tx) => {
  if (!may.claimSomewhere(viewer)) throw new Forbidden()
  const places = await tx.organisation.findMany({ where: { id: { in: placesToClaim(viewer) } }, select: { id: true, name: true }, orderBy: { name: 'asc' } })
  return { templates: await templatesInUse(tx, placesToClaim(viewer)), places }
})
