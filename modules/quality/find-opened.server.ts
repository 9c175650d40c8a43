import { z } from 'zod'
import { findMatrix } from '../accreditation/find-matrix.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { namesOf } from './parts/names-of.server.ts'
import { openingFor, recordLook } from './parts/open-to.server.ts'
import { readSampled } from './parts/read-sampled.server.ts'
import { withoutNames } from './parts/without-names.server.ts'

/** Learners of a sample by number, in the order they were drawn: somebody from outside needs to tell them apart, and not who they are. */
const numbersOf = (sampled: readonly { registrationId: string }[]) => {
  const order = [...new Set(sampled.map(({ registrationId }) => registrationId))]
  return (registrationId: string) => `Learner ${order.indexOf(registrationId) + 1}`
}
/** Whose page it is and when, to stand across it. */
const markFor = async (tx: Tx, viewer: Viewer) => ({ name: (await tx.person.findUnique({ where: { id: viewer.id }, select: { fullName: true } }))?.fullName ?? viewer.name, at: now() })

/** An external quality assurer opens a sample that is open to them. That they looked goes on record. */
export async function findOpened(viewer: Viewer, input: { openingId: string }) {
  const id = z.uuid().parse(input.openingId)
  return change(viewer, async (tx) => {
    const opening = await openingFor(tx, viewer, id)
    const plan = await tx.samplingPlan.findUnique({ where: { id: opening.planId }, include: { specification: { select: { title: true, version: true } }, sampled: { orderBy: { place: 'asc' }, include: { judgement: { select: { agrees: true } }, actions: { select: { settling: { select: { settledAt: true } } } }, decision: { select: { outcome: true } }, criterion: { select: { number: true, says: true, outcome: { select: { unit: { select: { ref: true } } } } } } } } } })
    if (!plan) throw new NotFound()
    await recordLook(tx, viewer, opening, null)
    const where = await tx.organisation.findUniqueOrThrow({ where: { id: plan.organisationId }, select: { name: true } })
    const [nameOf, numberOf] = [await namesOf(tx, [plan.madeById, ...plan.sampled.map(({ assessorId }) => assessorId)]), numbersOf(plan.sampled)]
    return {
      id, where: where.name, closesAt: opening.closesAt, stage: plan.stage, title: plan.specification.title, version: plan.specification.version, seed: plan.seed, pool: plan.pool, madeAt: plan.madeAt, madeBy: nameOf(plan.madeById), mark: await markFor(tx, viewer),
      sampled: plan.sampled.map((one) => ({
        id: one.id, learner: numberOf(one.registrationId), assessor: nameOf(one.assessorId), number: `${one.criterion.outcome.unit.ref} ${one.criterion.number}`, says: one.criterion.says, outcome: one.decision.outcome,
        state: !one.judgement ? 'waiting' as const : one.judgement.agrees ? 'agreed' as const : one.actions.some(({ settling }) => !settling) ? 'open' as const : 'settled' as const,
      })),
    }
  })
}

/** One decision of an opened sample: its evidence, what was decided and what the quality assurer said. That they looked goes on record. */
export async function findOpenedDecision(viewer: Viewer, input: { openingId: string; sampledId: string }) {
  const { openingId, sampledId } = z.object({ openingId: z.uuid(), sampledId: z.uuid() }).parse(input)
  const { evidenceIds, ...found } = await change(viewer, async (tx) => {
    const opening = await openingFor(tx, viewer, openingId)
    const drawn = await tx.sampledDecision.findMany({ where: { planId: opening.planId }, orderBy: { place: 'asc' }, select: { id: true, registrationId: true } })
    const mine = drawn.find(({ id }) => id === sampledId)
    if (!mine) throw new NotFound()
    await recordLook(tx, viewer, opening, sampledId)
    const sampled = await readSampled(tx, viewer, sampledId)
    const criterion = await tx.criterion.findUniqueOrThrow({ where: { id: sampled.criterionId }, select: { number: true, says: true, outcome: { select: { unit: { select: { ref: true } } } } } })
    return { ...sampled, learner: numbersOf(drawn)(mine.registrationId), criterion: { number: `${criterion.outcome.unit.ref} ${criterion.number}`, says: criterion.says }, openingId, closesAt: opening.closesAt, mark: await markFor(tx, viewer) }
  })
  const { registrationId, ...opened } = found
  const { evidence } = await findMatrix(viewer, { registrationId }, { isFromOutside: true })
  return withoutNames(viewer, { openingId, organisationId: opened.organisationId }, { ...opened, evidence: evidence.filter(({ id }) => evidenceIds.has(id)).map((piece) => ({ ...piece, canTakeBack: false })) })
}
