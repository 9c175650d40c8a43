import { z } from 'zod'
import { after, minutes, now } from '../clock.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { isWithinDays, perhapsDay } from '../safeguarding/chosen-days.ts'
import { findConcern, type OpenConcern } from '../safeguarding/find-concern.server.ts'
import { groupOf, lineGroups, significant, type LineGroup } from '../safeguarding/line-groups.ts'
import { findCase, type OpenCase } from './find-case.server.ts'
import { takeStep } from './parts/take-step.server.ts'
import { may } from './policy.ts'

export const PrintConcern = z.object({ concernId: z.uuid(), groups: z.array(z.enum(lineGroups.map((group) => group.value))).transform((asked) => (asked.length ? asked : [...significant])), from: perhapsDay, until: perhapsDay })

export type PrintedConcern = {
  concern: OpenConcern; now: OpenCase; printedAt: Date; printedByName: string
  groups: readonly LineGroup[]; from: string | null; until: string | null
  /** How many lines there are in all, and the newest link: a print that is kept proves what the chronology was on that day. */
  lines: number; link: string
}

/** Whoever keeps a case prints its chronology: by default the significant events, or what they choose. That they did, and what they chose, is a line of it; the same page again within a quarter of an hour is the same print. */
export async function printConcern(viewer: Viewer, input: z.input<typeof PrintConcern>): Promise<PrintedConcern> {
  const { concernId, ...chosen } = PrintConcern.parse(input)
  const isAgain = await read(viewer, async (tx) => {
    const last = await tx.chronologyEntry.findFirst({ where: { concernId, kind: 'printed', byId: viewer.id, at: { gt: after(-minutes(15)) } }, orderBy: { number: 'desc' }, select: { facts: true } })
    return last !== null && JSON.stringify(asChosen(last.facts as unknown as Chosen)) === JSON.stringify(asChosen(chosen))
  })
  if (!isAgain) await takeStep(viewer, { id: newId(), concernId, kind: 'printed' }, may.keep, () => ({ facts: chosen }))
  const concern = await findConcern(viewer, concernId)
  const lines = concern.chronology.length
  const line = await read(viewer, (tx) => tx.chronologyEntry.findUniqueOrThrow({ where: { concernId_number: { concernId, number: lines } }, select: { hash: true } }))
  const isChosen = ({ kind, at }: { kind: string; at: Date }) => chosen.groups.includes(groupOf(kind)) && isWithinDays(at, chosen)
  return {
    concern: { ...concern, chronology: concern.chronology.filter(isChosen) }, now: await findCase(viewer, concernId), printedAt: now(), printedByName: viewer.name, ...chosen,
    lines, link: Buffer.from(line.hash).toString('hex'),
  }
}

type Chosen = { groups: readonly LineGroup[]; from: string | null; until: string | null }
const asChosen = ({ groups, from, until }: Chosen) => [[...groups].sort(), from, until]
