import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { isWithinDays, perhapsDay } from '../safeguarding/chosen-days.ts'
import { findAdultConcern, type OpenAdultConcern } from './find-adult-concern.server.ts'
import { adultLineGroups, groupOfAdultLine, significantAboutAdult, type AdultLineGroup } from './line-groups.ts'
import { adultConcernAsViewer } from './parts/adult-concern-as-viewer.server.ts'
import { may } from './policy.ts'

export const PrintAdultConcern = z.object({
  adultConcernId: z.uuid(), from: perhapsDay, until: perhapsDay,
  groups: z.array(z.enum(adultLineGroups.map((group) => group.value))).transform((asked) => [...new Set(asked.length ? asked : significantAboutAdult)].sort()),
})

export type PrintedAdultConcern = {
  now: OpenAdultConcern; printedAt: Date; printedByName: string
  groups: readonly AdultLineGroup[]; from: string | null; until: string | null
  /** How many lines there are in all, and the newest link: a print that is kept proves what the record was on that day. */
  lines: number; link: string
}

/** Whoever keeps it prints its record: by default what happened, or what they choose. That they did, and what they chose, is a line of it before anything is shown; the same again within a quarter of an hour is the same print. A name that is kept apart is not on paper, nor where they were. */
export async function printAdultConcern(viewer: Viewer, input: z.input<typeof PrintAdultConcern>): Promise<PrintedAdultConcern> {
  const { adultConcernId, ...chosen } = PrintAdultConcern.parse(input)
  await change(viewer, async (tx) => {
    const { concern: { organisationId } } = await adultConcernAsViewer(tx, adultConcernId)
    authorize(may.keep, viewer)
    const lineId = newId()
    const [row] = await tx.$queryRaw<{ readers: string[] | null }[]>`SELECT app.print_adult_concern(${lineId}::uuid, ${adultConcernId}::uuid, ${JSON.stringify(chosen)}::jsonb)::text[] AS readers`
    if (!row!.readers) return
    await record(tx, viewer, 'concern.printed', { organisationId, subjectId: adultConcernId, lineId })
    for (const personId of row!.readers) await tell(tx, `person:${personId}`, 'concern:noted', { concernId: adultConcernId })
  })
  const open = await findAdultConcern(viewer, adultConcernId)
  const lines = open.lines.length
  const line = await read(viewer, (tx) => tx.adultLine.findUniqueOrThrow({ where: { adultConcernId_number: { adultConcernId, number: lines } }, select: { hash: true } }))
  return {
    now: { ...open, ...(open.isApart ? { sharedBy: null, toldBy: null, origin: null } : {}), lines: open.lines.filter(({ kind, at }) => chosen.groups.includes(groupOfAdultLine(kind)) && isWithinDays(at, chosen)) },
    printedAt: now(), printedByName: viewer.name, ...chosen, lines, link: Buffer.from(line.hash).toString('hex'),
  }
}

/** Whether it is theirs to print: nothing of it is shown, and nothing goes on record. */
export const keepsAdultConcern = (viewer: Viewer, adultConcernId: string): Promise<void> => read(viewer, async (tx) => { await adultConcernAsViewer(tx, adultConcernId) })
