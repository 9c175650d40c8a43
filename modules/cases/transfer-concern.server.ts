import { z } from 'zod'
import { calendarsOf } from '../calendar/calendars-of.server.ts'
import { afterWorkingDays } from '../calendar/staffed-time.ts'
import { after, days, now } from '../clock.ts'
import type { Viewer } from '../db/viewer.ts'
import { asOne } from '../safeguarding/said.ts'
import { bases } from '../safeguarding/sharing.ts'
import { Step, words } from './parts/fields.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const TransferConcern = Step.extend({
  basis: z.enum(bases.map(({ value }) => value), 'Pick the ground on which you share it.'),
  to: words('Say who takes it: name and role.', 500), setting: words('Say at which setting.', 500), address: words('Say where it is sent.', 500),
  how: words('Say how they learn the password.', 1000), reasons: words('Say why it goes there.'),
})

/** Five school days, as statutory guidance asks of a child protection file; however long the setting is closed, not more than two weeks. Source: KCSIE; standards §1.4. */
const receiptWithin = { schoolDays: 5, atMost: days(14) }

/** Whoever keeps a case hands it to another setting, when nothing is left to be done here. From then on it waits for their lead to say that it arrived. */
export async function transferConcern(viewer: Viewer, input: z.input<typeof TransferConcern>): Promise<void> {
  const { id, concernId, basis, ...said } = TransferConcern.parse(input)
  await takeStep(viewer, { id, concernId, kind: 'transferred' }, may.keep, async ({ tx, concern }) => {
    const calendar = (await calendarsOf(tx, [concern.organisationId]))(concern.organisationId)
    const receiptBy = new Date(Math.min(afterWorkingDays(calendar, now(), receiptWithin.schoolDays).getTime(), after(receiptWithin.atMost).getTime()))
    return { facts: { recipient: 'school', basis, receiptBy: receiptBy.toISOString() }, words: asOne('transferred', said) }
  })
}
