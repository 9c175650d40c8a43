import type { OrganisationKind } from '#prisma/generated/enums.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { holdsSomewhere } from '../policy.ts'
import { Forbidden } from '../errors.ts'

/** A total that may be told: a number, or null where it counts one to seven people. */
export type Total = number | null
export type SettingSupported = { id: string; name: string; kind: OrganisationKind; mentors: Total; learning: Total; pairs: Total; cohorts: number }

/** The settings a programme lead's delivery site supports, with totals that small numbers are kept out of. Never rows, and no sum that gives one away. */
export async function settingsSupported(viewer: Viewer): Promise<SettingSupported[]> {
  if (!holdsSomewhere(viewer, 'programme_lead')) throw new Forbidden()
  return read(viewer, async (tx) => {
    const totals = await tx.$queryRaw<{ setting: string; mentors: Total; learning: Total; pairs: Total; cohorts: number }[]>`SELECT * FROM app.settings_supported()`
    const names = await tx.organisation.findMany({ where: { id: { in: totals.map(({ setting }) => setting) } }, select: { id: true, name: true, kind: true }, orderBy: { name: 'asc' } })
    return names.map((place) => {
      const { mentors, learning, pairs, cohorts } = totals.find(({ setting }) => setting === place.id)!
      return { ...place, mentors, learning, pairs, cohorts }
    })
  })
}
