import { now } from '../clock.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import type { Visitor } from '../db/viewer.ts'
import { hashOfToken } from '../identity/token.server.ts'

/** Who is visiting with this token, and until when; nobody once the visit is over or its code was taken back. */
export const lookUpVisit = (token: string): Promise<{ visitor: Visitor; expiresAt: Date } | null> => atTheDoor('let a mentee in', async (tx) => {
  const visit = await tx.menteeVisit.findUnique({ where: { tokenHash: hashOfToken(token) }, include: { code: { select: { menteeId: true, endedAt: true } } } })
  if (!visit || visit.endedAt || visit.expiresAt <= now() || visit.code.endedAt) return null
  return { visitor: { menteeId: visit.code.menteeId, organisationId: visit.organisationId, visitId: visit.id }, expiresAt: visit.expiresAt }
})
