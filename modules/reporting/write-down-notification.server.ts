import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { after, minutes } from '../clock.ts'
import { momentOf } from '../cohorts/timetable.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { addToChronology } from '../safeguarding/add-to-chronology.server.ts'
import { somethingAdded } from '../safeguarding/alert-letter.ts'
import { asOne } from '../safeguarding/said.ts'
import { LocalTime } from '../supervision/local-time.ts'
import { mine, theirDuty } from './my-reporting.server.ts'
import { notifications } from './notified.ts'

const perhaps = z.string().trim().max(4000, 'That is longer than fits.').default('')
export const WriteDownNotification = z.object({
  id: z.uuid(), concernId: z.uuid(), notified: z.enum(notifications.map(({ value }) => value), 'Say who was told, or that it waits.'),
  happenedAt: z.union([z.literal(''), LocalTime('Say on which day, and at what time.')]).default(''), who: perhaps, reference: perhaps, why: perhaps,
})
  .refine(({ notified, happenedAt }) => notified === 'delayed' || happenedAt, { path: ['happenedAt'], error: 'Say on which day, and at what time they were told.' })
  .refine(({ notified, who }) => notified === 'delayed' || who, { path: ['who'], error: 'Say who told them, and whom they spoke with.' })
  .refine(({ notified, why }) => notified !== 'delayed' || why, { path: ['why'], error: 'Say why it waits, and until when.' })

/** An adult whom the law asks to report a child sexual offence writes down that it was done: by whom, to whom, when, under which reference; or why it waits. */
export async function writeDownNotification(viewer: Viewer, input: z.input<typeof WriteDownNotification>): Promise<void> {
  const { id, concernId, notified, happenedAt, ...said } = WriteDownNotification.parse(input)
  await changeOnce(viewer, async (tx) => {
    const theirs = await theirDuty(tx, viewer, concernId)
    if (!theirs) throw new NotFound()
    const { organisationId, organisation } = theirs
    if ((await mine(tx, concernId)).some((one) => one.id === id)) return
    const at = notified === 'delayed' ? null : momentOf(happenedAt, organisation.timeZone)
    if (at && at > after(minutes(5))) throw new Conflict('That time is still to come. Write it down once it has happened.')
    await addToChronology(tx, {
      id, concernId, organisationId, kind: 'notified', words: asOne('notified', said),
      facts: { notified, ...(at ? { happenedAt: at.toISOString(), recipient: notified === 'local_authority' ? 'social_care' : 'police', basis: 'law' } : {}) },
    })
    await enqueue(tx, somethingAdded, { concernId, lineId: id })
    await record(tx, viewer, 'concern.notified', { organisationId, subjectId: concernId, lineId: id })
  }, { mine: async (tx) => (await mine(tx, concernId)).some((one) => one.id === id), otherwise: 'It could not be written down. Look at the page again.' })
}
