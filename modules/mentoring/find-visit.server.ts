import { underWay } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Visitor } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'

/** What a mentee's page shows: the name they chose, their mentor, the adults they can turn to, and the number to call. */
export const findVisit = (visitor: Visitor) => read(visitor, async (tx) => {
  const current = underWay()
  const mentee = await tx.mentee.findUnique({ where: { id: visitor.menteeId }, include: { organisation: { select: { name: true, phone: true } }, pairs: { where: current, include: { mentor: { select: { name: true } } } } } })
  if (!mentee) throw new NotFound()
  const adults = await tx.membership.findMany({
    where: { organisationId: visitor.organisationId, role: { in: ['youth_worker', 'safeguarding_lead'] }, ...current },
    include: { person: { select: { id: true, name: true } } }, orderBy: [{ role: 'asc' }, { startsAt: 'asc' }],
  })
  return {
    birdName: mentee.birdName,
    setting: mentee.organisation,
    mentor: mentee.pairs[0]?.mentor.name ?? null,
    youthWorkers: adults.filter((adult) => adult.role === 'youth_worker').map((adult) => adult.person.name),
    lead: adults.find((adult) => adult.role === 'safeguarding_lead')?.person.name ?? null,
  }
})
