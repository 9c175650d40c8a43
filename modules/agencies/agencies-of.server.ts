import type { Prisma } from '#prisma/generated/client.ts'
import type { AgencyKind } from '#prisma/generated/enums.ts'
import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { agencyKinds, isToCheck } from './kinds.ts'
import { may } from './policy.ts'

export type Agency = { id: string; organisationId: string; organisationName: string; kind: AgencyKind; area: string; name: string; phone: string; hours: string; referAt: string; hints: string; checkedAt: Date; isToCheck: boolean; isEnded: boolean; mayKeep: boolean }

/** The directory: whom the settings of this viewer turn to outside, setting by setting and area by area. */
export const agenciesOf = (viewer: Viewer): Promise<Agency[]> => read(viewer, (tx) => agencies(tx, viewer, { endedAt: null }))

/** Some of them, within a transaction. */
export async function agencies(tx: Tx, viewer: Viewer, where: Prisma.AgencyWhereInput): Promise<Agency[]> {
  const rows = await tx.agency.findMany({ where, include: { organisation: { select: { name: true } }, checks: { orderBy: { at: 'desc' }, take: 1, select: { at: true } } } })
  return rows.map(({ organisation, checks, id, organisationId: settingId, kind, area, name, phone, hours, referAt, hints, at, endedAt }) => {
    const checkedAt = checks[0]?.at ?? at
    return { id, organisationId: settingId, organisationName: organisation.name, kind, area, name, phone, hours, referAt, hints, checkedAt, isToCheck: isToCheck(checkedAt, now()), isEnded: endedAt !== null, mayKeep: may.keep(viewer, { organisationId: settingId }) }
  }).sort((one, other) => one.organisationName.localeCompare(other.organisationName) || one.area.localeCompare(other.area) || place(one.kind) - place(other.kind) || one.name.localeCompare(other.name))
}

const place = (kind: AgencyKind) => agencyKinds.findIndex(({ value }) => value === kind)
