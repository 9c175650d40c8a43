import type { OrganisationKind } from '#prisma/generated/enums.ts'
import type { Figure } from '../figures/say-figure.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { holdsSomewhere } from '../policy.ts'
import { Forbidden } from '../errors.ts'

export type SettingSupported = { id: string; name: string; kind: OrganisationKind; mentors: Figure; learning: Figure; pairs: Figure; cohorts: number }

/** The settings a programme lead's delivery site supports, with totals as they were told last (modules/figures). Never rows. */
export async function settingsSupported(viewer: Viewer): Promise<SettingSupported[]> {
  if (!holdsSomewhere(viewer, 'programme_lead')) throw new Forbidden()
  return read(viewer, async (tx) => {
    const totals = await tx.$queryRaw<{ setting: string; mentors: Figure; learning: Figure; pairs: Figure; cohorts: number }[]>`SELECT * FROM app.settings_supported()`
    const names = await tx.organisation.findMany({ where: { id: { in: totals.map(({ setting }) => setting) } }, select: { id: true, name: true, kind: true }, orderBy: { name: 'asc' } })
    return names.map((place) => {
      const { mentors, learning, pairs, cohorts } = totals.find(({ setting }) => setting === place.id)!
      return { ...place, mentors, learning, pairs, cohorts }
    })
  })
}
