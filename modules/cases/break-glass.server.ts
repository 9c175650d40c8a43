import { z } from 'zod'
import type { CaseState } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, Forbidden, NotFound } from '../errors.ts'
import { enqueue } from '../jobs/enqueue.server.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { addToChronology } from '../safeguarding/add-to-chronology.server.ts'
import { alertLetter } from '../safeguarding/alert-letter.ts'
import { Step, words } from './parts/fields.ts'
import { may } from './policy.ts'

export const BreakGlass = Step.extend({ concernId: z.uuid('Pick the one you need to read.'), words: words('Say why you need to read it now, and cannot ask the lead.') })

/** A head, or the programme lead of the delivery site, opens a concern that is not theirs to open, with a reason. They read it for an hour; whoever keeps it hears of it at once, and it stays on record. */
export async function breakGlass(viewer: Viewer, input: z.input<typeof BreakGlass>): Promise<void> {
  const { id, concernId, words } = BreakGlass.parse(input)
  await changeOnce(viewer, async (tx) => {
    authorize(may.breakGlass, viewer)
    if (await tx.chronologyEntry.findFirst({ where: { id, concernId }, select: { id: true } })) return
    const [behind] = await tx.$queryRaw<{ organisationId: string }[]>`SELECT "organisationId" FROM app.concerns_behind_glass() WHERE "concernId" = ${concernId}::uuid`
    if (!behind) {
      if (await tx.chronologyHead.findUnique({ where: { concernId }, select: { concernId: true } })) throw new Conflict('It is open to you already. You find it among the concerns.')
      throw new NotFound()
    }
    const { organisationId } = behind
    const [broken] = await tx.$queryRaw<{ people: string[] }[]>`SELECT app.break_glass(${id}::uuid, ${concernId}::uuid) AS people`
    await addToChronology(tx, { id, concernId, organisationId, kind: 'broke-glass', words })
    await record(tx, viewer, 'concern.broke-glass', { organisationId, subjectId: concernId, lineId: id })
    for (const personId of broken!.people) {
      await tell(tx, `person:${personId}`, 'concern:noted', { concernId })
      await enqueue(tx, alertLetter, { concernId, personId, rung: 'deputies' })
    }
  }, { mine: (tx) => tx.chronologyEntry.findFirst({ where: { id, concernId, byId: viewer.id } }), otherwise: 'It is open to you already.' })
}

export type BehindGlass = { concernId: string; organisationName: string; raisedAt: Date; state: CaseState; holderName: string | null }

/** What this viewer could open in need: that it is there, since when, and who has it. */
export async function concernsBehindGlass(viewer: Viewer): Promise<BehindGlass[]> {
  if (!may.breakGlass(viewer)) throw new Forbidden('That is for the head, and for the programme lead of the delivery site.')
  return read(viewer, (tx) => tx.$queryRaw<BehindGlass[]>`SELECT "concernId", "organisationName", "raisedAt", state::text AS state, "holderName" FROM app.concerns_behind_glass() ORDER BY "raisedAt" DESC, "concernId" LIMIT 100`)
}

/** Does the page of what stands behind glass have something for this viewer? */
export const mayBreakGlass = (viewer: Viewer): boolean => may.breakGlass(viewer)
