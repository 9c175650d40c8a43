import type { Role } from '#prisma/generated/enums.ts'
import { underWay } from '../../clock.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { Conflict } from '../../errors.ts'
import { refuseIfUnvetted } from '../../vetting/refuse-if-unvetted.server.ts'

/** Adults of a setting who may stand by for a room with one supervisor. */
export const standbyRoles: Role[] = ['youth_worker', 'specialist', 'safeguarding_lead', 'deputy_lead', 'head']

/** The standby is another adult of the setting who works with young people, with their checks in date. */
export async function requireStandby(tx: Tx, { organisationId }: { organisationId: string }, standbyId: string, viewer: Viewer): Promise<void> {
  const found = await tx.membership.count({ where: { organisationId, personId: standbyId, role: { in: standbyRoles }, ...underWay() } })
  if (found === 0 || standbyId === viewer.id) throw new Conflict('Name another adult of this setting who can come at once.')
  await refuseIfUnvetted(tx, viewer, { organisationId, personId: standbyId, roles: standbyRoles })
}
