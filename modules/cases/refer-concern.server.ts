import { z } from 'zod'
import { agencies } from '../agencies/agencies-of.server.ts'
import type { AgencyKind } from '#prisma/generated/enums.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { harms, referralParts, referralPartsFor } from '../safeguarding/referral-parts.ts'
import { asOne } from '../safeguarding/said.ts'
import { bases, recipientOf } from '../safeguarding/sharing.ts'
import { perhaps, Step, words } from './parts/fields.ts'
import { happened, LocalTime } from './parts/happened.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'
import { oneWorkingDayAfter } from './working-day.ts'

const said = Object.fromEntries(referralParts.map(({ name }) => [name, perhaps]))
export const ReferConcern = Step.extend({ agencyId: z.uuid('Say who it goes to.'), basis: z.enum(bases.map(({ value }) => value), 'Pick the ground on which you share it.'), happenedAt: LocalTime, harm: z.string().optional(), ...said })

/** What this agency has to be told. */
const NeededBy = (kind: AgencyKind) => z.object({
  ...Object.fromEntries(referralPartsFor(kind).map(({ name, isNeeded }) => [name, isNeeded ? words('This has to be said.') : perhaps])),
  ...(kind === 'lado' ? { harm: z.enum(harms.map(({ value }) => value), 'Pick the one that fits best. If none does, it is a low-level concern and not for the LADO.') } : {}),
})

/** Whoever keeps a case refers it to an agency of the directory: what is kept is what they send. From then on the case waits for an answer; after one working day they are asked to chase it. */
export async function referConcern(viewer: Viewer, input: z.input<typeof ReferConcern> & Record<string, string | undefined>): Promise<void> {
  const { id, concernId, agencyId, basis, happenedAt, ...form } = ReferConcern.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'referred' }, may.keep, async ({ tx, concern }) => {
    const [agency] = await agencies(tx, viewer, { id: agencyId, organisationId: concern.organisationId, endedAt: null })
    if (!agency) throw new Conflict('That entry of the directory was changed, or taken out. Pick it again: what you wrote is still here.')
    const { harm, ...parts } = NeededBy(agency.kind).parse(form) as Record<string, string>
    const at = happened(happenedAt, concern)
    return {
      facts: { agencyId, recipient: recipientOf(agency.kind), basis, happenedAt: at, chaseAt: oneWorkingDayAfter(new Date(at), concern.organisation.timeZone).toISOString(), ...(harm ? { harm } : {}) },
      words: asOne('referred', parts),
    }
  })
}
