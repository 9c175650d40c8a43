import { z } from 'zod'
import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Forbidden, NotFound } from '../errors.ts'
import { holdsSomewhere } from '../policy.ts'
import { namesOf } from './parts/names-of.server.ts'
import { may } from './policy.ts'

const stateOf = ({ opensAt, closesAt, endedAt }: { opensAt: Date; closesAt: Date; endedAt: Date | null }) =>
  endedAt ? 'ended' as const : closesAt <= now() ? 'over' as const : opensAt > now() ? 'ahead' as const : 'open' as const

/** To whom a sample is or was open, what they looked at, and to whom it may be opened. */
export async function openingsOf(viewer: Viewer, input: { planId: string }) {
  const planId = z.uuid().parse(input.planId)
  return read(viewer, async (tx) => {
    const plan = await tx.samplingPlan.findUnique({ where: { id: planId }, select: { organisationId: true, specification: { select: { title: true } } } })
    if (!plan || !may.draw(viewer, plan.organisationId)) throw new NotFound()
    const found = await tx.externalOpening.findMany({ where: { planId }, orderBy: [{ openedAt: 'desc' }, { id: 'desc' }], take: 20, include: { looks: { orderBy: { lookedAt: 'desc' }, take: 20, include: { sampled: { select: { place: true } } } }, _count: { select: { looks: true } } } })
    const { timeZone } = await tx.organisation.findUniqueOrThrow({ where: { id: plan.organisationId }, select: { timeZone: true } })
    const nameOf = await namesOf(tx, found.map(({ personId }) => personId))
    const externals = await tx.$queryRaw<{ id: string; name: string }[]>`SELECT e.id, e.name FROM app.external_assurers() e WHERE e."organisationId" = ${plan.organisationId}::uuid ORDER BY 2, 1`
    return {
      planId, title: plan.specification.title, externals, timeZone,
      openings: found.map((one) => ({ id: one.id, name: nameOf(one.personId), opensAt: one.opensAt, closesAt: one.closesAt, state: stateOf(one), looks: one.looks.map(({ id, lookedAt, sampled }) => ({ id, lookedAt, place: sampled ? sampled.place + 1 : null })), allLooks: one._count.looks })),
    }
  })
}

/** What is open to this external quality assurer now, or will be. */
export const openedToMe = (viewer: Viewer) => {
  if (!holdsSomewhere(viewer, 'external_quality_assurer')) throw new Forbidden()
  return read(viewer, async (tx) => {
    const found = await tx.externalOpening.findMany({ where: { personId: viewer.id }, orderBy: [{ closesAt: 'asc' }, { id: 'asc' }], take: 50 })
    const plans = new Map((await tx.samplingPlan.findMany({ where: { id: { in: found.map(({ planId }) => planId) } }, include: { specification: { select: { title: true, version: true } }, _count: { select: { sampled: true } } } })).map((plan) => [plan.id, plan]))
    const places = new Map((await tx.organisation.findMany({ where: { id: { in: found.map(({ organisationId }) => organisationId) } }, select: { id: true, name: true } })).map(({ id, name }) => [id, name]))
    return found.map((one) => {
      const plan = plans.get(one.planId)
      return { id: one.id, where: places.get(one.organisationId) ?? '', opensAt: one.opensAt, closesAt: one.closesAt, state: stateOf(one), plan: plan ? { title: plan.specification.title, version: plan.specification.version, drawn: plan._count.sampled } : null }
    })
  })
}

/** One opening, for who opened it or a colleague. */
export async function findOpening(viewer: Viewer, input: { openingId: string }) {
  const id = z.uuid().parse(input.openingId)
  return read(viewer, async (tx) => {
    const opening = await tx.externalOpening.findUnique({ where: { id }, select: { planId: true, personId: true, organisationId: true } })
    if (!opening || !may.draw(viewer, opening.organisationId)) throw new NotFound()
    return { id, planId: opening.planId, name: (await namesOf(tx, [opening.personId]))(opening.personId) }
  })
}
