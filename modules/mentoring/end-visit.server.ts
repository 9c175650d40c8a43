import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { hashOfToken } from '../identity/token.server.ts'

/** A mentee has finished: the visit is over on this device. Ending it twice is the same. */
export const endVisit = (token: string): Promise<void> => atTheDoor('let a mentee in', async (tx) => {
  const visit = await tx.menteeVisit.findUnique({ where: { tokenHash: hashOfToken(token) }, include: { code: { select: { menteeId: true } } } })
  if (!visit || visit.endedAt) return
  await tx.menteeVisit.updateMany({ where: { id: visit.id, endedAt: null }, data: { endedAt: now() } })
  await record(tx, null, 'mentoring.visit-ended', { organisationId: visit.organisationId, subjectId: visit.code.menteeId, visitId: visit.id })
})
