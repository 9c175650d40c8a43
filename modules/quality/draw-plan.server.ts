import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import { newId } from '../db/new-id.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { drawSample } from './draw-sample.server.ts'
import { poolOf } from './parts/pool-of.server.ts'
import { may } from './policy.ts'
import { suggestedSize } from './weigh.ts'

export const DrawPlan = z.object({
  id: z.uuid(), organisationId: z.uuid(), specificationId: z.uuid('Choose what to look at.'), stage: z.enum(['interim', 'summative'], 'Choose when.'),
  /** How many; when nobody says, what the risk asks for. */
  size: z.coerce.number('Give a number, or leave it empty.').int('Give a whole number.').min(1, 'One at least.').max(200, 'At most 200 at once.').optional(),
})

/** A quality assurer draws a sample of a setting's decisions, by lot and by risk. The seed is made here and kept, so that nobody chooses what is drawn and anybody can draw it again. */
export async function drawPlan(viewer: Viewer, input: z.input<typeof DrawPlan>): Promise<string> {
  const { size: asked, ...plan } = DrawPlan.parse(input)
  const { id, organisationId, specificationId } = plan
  authorize(may.draw, viewer, organisationId)
  await changeOnce(viewer, async (tx) => {
    if (await tx.samplingPlan.findFirst({ where: { id, madeById: viewer.id } })) return
    if (!(await tx.specification.findUnique({ where: { id: specificationId }, select: { id: true } }))) throw new NotFound()
    const pool = await poolOf(tx, plan)
    if (pool.length === 0) throw new Conflict(plan.stage === 'summative' ? 'Nobody is met in everything with decisions still to look at. Draw one on the way instead, or wait.' : 'There is nothing to draw from: no decision that nobody has drawn yet.')
    const [seed, size] = [randomBytes(8).toString('hex'), Math.min(asked ?? suggestedSize(pool), pool.length)]
    await tx.samplingPlan.createMany({ data: [{ ...plan, seed, size, pool: pool.length, madeById: viewer.id }] })
    const byId = new Map(pool.map((row) => [row.decisionId, row]))
    const drawn = drawSample(pool.map(({ decisionId, assessorId, methods, weight }) => ({ id: decisionId, assessorId, methods, weight })), { seed, size })
    await tx.sampledDecision.createMany({ data: drawn.map(({ id: decisionId, covers }, place) => {
      const { registrationId, personId, criterionId, assessorId, why } = byId.get(decisionId)!
      const reasons = [...covers.map((what) => `covers-${what}`), ...why]
      return { id: newId(), organisationId, planId: id, decisionId, registrationId, personId, criterionId, assessorId, place, why: reasons.length > 0 ? reasons : ['by-lot'] }
    }) })
    await record(tx, viewer, 'quality.sample-drawn', { organisationId, subjectId: id, specificationId, stage: plan.stage, seed, size, pool: pool.length })
  }, {
    mine: (tx) => tx.samplingPlan.findFirst({ where: { id, madeById: viewer.id } }),
    otherwise: 'A colleague drew a sample here at the same moment. Nothing was drawn twice: look at theirs, or draw again.',
  })
  return id
}
