import { underWay } from '../clock.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Role } from '#prisma/generated/enums.ts'

/** The memberships somebody holds at this moment. */
export const currentMemberships = (tx: Tx, personId: string) => tx.membership.findMany({
  where: { personId, ...underWay() },
  select: { organisationId: true, role: true },
  orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
})

export const currentRoles = async (tx: Tx, personId: string): Promise<Role[]> =>
  (await currentMemberships(tx, personId)).map((membership) => membership.role)
