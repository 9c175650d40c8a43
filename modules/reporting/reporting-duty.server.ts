import { isAtLeast } from '../awards/age.ts'
import { now, today } from '../clock.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'

export type Duty = { inForceFrom: string; explanation: string }

/** The duty to report as it is set in a setting now; null while it is off, or its day has not come. */
export async function dutyNow(tx: Tx, organisationId: string): Promise<Duty | null> {
  const [newest] = await tx.reportingDuty.findMany({ where: { organisationId }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 })
  const inForceFrom = newest?.inForceFrom?.toISOString().slice(0, 10)
  return newest && inForceFrom && inForceFrom <= today() ? { inForceFrom, explanation: newest.explanation } : null
}

/** Is it about this person: an adult who works there, or a mentor who has turned 18? A mentor whose age nobody knows is not asked. */
export async function isOfAge(tx: Tx, viewer: Viewer, organisationId: string): Promise<boolean> {
  if (viewer.memberships.some((membership) => membership.organisationId === organisationId && membership.role !== 'mentor')) return true
  const me = await tx.person.findUnique({ where: { id: viewer.id }, select: { bornOn: true } })
  return Boolean(me?.bornOn && isAtLeast(18, me.bornOn, now()))
}
