import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { Conflict } from '../../errors.ts'
import { authorize } from '../../policy.ts'
import { may } from '../policy.ts'
import { findSitting, type FoundSitting } from './find-sitting.server.ts'

export type OpenSitting = FoundSitting & { lead: NonNullable<FoundSitting['lead']>; where: NonNullable<FoundSitting['where']> }

/** A sitting that is being taught, for somebody who may do this in it. */
export async function findOpenSitting(tx: Tx, viewer: Viewer, sessionId: string, rule: keyof typeof may): Promise<OpenSitting> {
  const sitting = await findSitting(tx, viewer, sessionId)
  authorize(may[rule], viewer, sitting)
  const { lead, where } = sitting
  if (!lead || !where) throw new Conflict('This session has not been opened yet.')
  return { ...sitting, lead, where }
}

/** Goes on if it is under way; what was ended can be opened again, by going to a step. */
export function requireUnderWay({ where }: OpenSitting): void {
  if (where.is === 'over') throw new Conflict('This session has ended. What you wrote is still on the page.')
}
