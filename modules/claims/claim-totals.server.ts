import type { Figure } from '../figures/say-figure.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden } from '../errors.ts'
import { holdsSomewhere } from '../policy.ts'

/** How many learners of a setting are registered and not claimed for, claimed for and waiting, certificated. As told last (modules/figures). */
export type ClaimTotals = { setting: string; registered: Figure; claimed: Figure; certificated: Figure }

/** For a programme lead, how far the learners of each setting are with their qualification. Never rows, and no figure that lies within another. */
export async function claimTotals(viewer: Viewer): Promise<ClaimTotals[]> {
  if (!holdsSomewhere(viewer, 'programme_lead')) throw new Forbidden()
  return read(viewer, (tx) => tx.$queryRaw<ClaimTotals[]>`SELECT * FROM app.claims_of_settings()`)
}
