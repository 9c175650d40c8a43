import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { findConcern, type ChronologyLine } from '../safeguarding/find-concern.server.ts'
import { findCase, type OpenCase } from './find-case.server.ts'
import type { Referral } from './parts/referrals-of.server.ts'

export type OpenReferral = { organisationName: string; line: ChronologyLine; referral: Referral; now: OpenCase }

/** A referral as it was made, for whoever reads the case. Opening it is a look, and on record. */
export async function findReferral(viewer: Viewer, { concernId, number }: { concernId: string; number: number }): Promise<OpenReferral> {
  const now = await findCase(viewer, concernId)
  const referral = now.referrals.find((one) => one.number === number)
  if (!referral) throw new NotFound()
  const { organisationName, chronology } = await findConcern(viewer, concernId)
  return { organisationName, line: chronology.find((line) => line.number === number)!, referral, now }
}
