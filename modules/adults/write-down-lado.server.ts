import type { z } from 'zod'
import { momentOf } from '../cohorts/timetable.ts'
import { after, minutes } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { LocalTime } from '../supervision/local-time.ts'
import { asParts } from './said.ts'
import { adultConcernAsViewer } from './parts/adult-concern-as-viewer.server.ts'
import { AdultStep, perhaps, words } from './parts/fields.ts'
import { placeOf } from './parts/place-of.server.ts'
import { takeAdultStep } from './parts/take-adult-step.server.ts'

export const Lado = AdultStep.extend({ happenedAt: LocalTime('Say on which day, and at what time.'), who: words('Say whom you spoke with.'), reference: perhaps, words: words('Say what they advised.') })

/** The LADO was told, or asked for advice: when, whom, what they said. An allegation is not closed without it. */
export async function writeDownLado(viewer: Viewer, input: z.input<typeof Lado>): Promise<void> {
  const { id, adultConcernId, happenedAt, who, reference, words } = Lado.parse(input)
  const { timeZone } = await read(viewer, async (tx) => placeOf(tx, (await adultConcernAsViewer(tx, adultConcernId)).concern.organisationId))
  const at = momentOf(happenedAt, timeZone)
  if (at > after(minutes(5))) throw new Conflict('That time is still to come. Write it down once it has happened.')
  await takeAdultStep(viewer, { id, adultConcernId, kind: 'lado-told' }, { facts: { happenedAt: at.toISOString() }, words: asParts('lado-told', { who, reference, words }) })
}
