import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { drawPaper } from '../papers/draw-paper.server.ts'
import { authorize } from '../policy.ts'
import { addToChronology } from '../safeguarding/add-to-chronology.server.ts'
import { harms } from '../safeguarding/referral-parts.ts'
import { findReferral } from './find-referral.server.ts'
import { caseAsViewer } from './parts/take-step.server.ts'
import { may } from './policy.ts'

const day = (at: string | Date, timeZone: string) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(at))

/** Whoever keeps a case takes a referral out as a PDF, to print or to send. That they did is a line of the chronology. */
export async function printReferral(viewer: Viewer, { concernId, number }: { concernId: string; number: number }): Promise<{ pdf: Buffer; file: string }> {
  const { organisationName, line, referral, now } = await findReferral(viewer, { concernId, number })
  await change(viewer, async (tx) => {
    const { concern, facts } = await caseAsViewer(tx, viewer, concernId)
    authorize(may.keep, viewer, facts)
    await addToChronology(tx, { concernId, organisationId: concern.organisationId, kind: 'printed', facts: { number } })
    await record(tx, viewer, 'concern.printed', { organisationId: concern.organisationId, subjectId: concernId })
  })
  const harm = harms.find(({ value }) => value === line.harm)
  const pdf = await drawPaper({
    title: `Referral to ${referral.agencyName}`, kicker: `${organisationName}. ${day(referral.madeAt, now.timeZone)}, by ${line.byName ?? 'a safeguarding lead'}`, foot: `${organisationName}. Official: sensitive. Only for whoever it is addressed to`,
    sections: [...(harm ? [{ heading: 'Why it is for the LADO', text: harm.label }] : []), ...line.says.map(({ label, text }) => ({ heading: label ?? '', text }))],
  })
  return { pdf, file: `referral-${referral.madeAt.slice(0, 10)}.pdf` }
}
