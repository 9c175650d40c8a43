import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { may } from './policy.ts'

export type MyDuty = { organisationId: string; organisationName: string; dutyId: string | null; hereUntil: Date | null; /** A lead or deputy there: who sets the clocks. */ isLead: boolean }

/** In which settings the viewer can be on duty, and until when they are now. */
export const myDuties = (viewer: Viewer): Promise<MyDuty[]> => read(viewer, async (tx) => {
  const mine = [...new Set(viewer.memberships.map((membership) => membership.organisationId))].filter((id) => may.beOnDuty(viewer, id))
  const places = await tx.organisation.findMany({ where: { id: { in: mine } }, select: { id: true, name: true }, orderBy: { name: 'asc' } })
  const duties = await tx.duty.findMany({ where: { personId: viewer.id, organisationId: { in: mine }, startsAt: { lte: now() }, endsAt: { gt: now() } }, orderBy: { endsAt: 'desc' } })
  return places.map(({ id, name }) => {
    const duty = duties.find((one) => one.organisationId === id)
    return { organisationId: id, organisationName: name, dutyId: duty?.id ?? null, hereUntil: duty?.endsAt ?? null, isLead: may.setTargets(viewer, id) }
  })
})
