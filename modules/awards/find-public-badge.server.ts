import { z } from 'zod'
import { now } from '../clock.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { NotFound } from '../errors.ts'
import { countTry } from '../identity/tries.server.ts'
import { standingOf, type AwardKind } from './states.ts'

type Row = { title: string; kind: AwardKind; name: string | null; credential: string; awardedAt: Date; goodUntil: Date | null; takenBackAt: Date | null; issuerId: string; issuer: string }
export type PublicBadge = Omit<Row, 'credential' | 'issuerId'> & { badgeId: string; standing: 'good' | 'taken-back' | 'run-out' }

/** A badge that is public now, for anybody. One that is private and one that never was are not told apart. */
export async function findPublicBadge(input: { badgeId: string }, { address }: { address: string }): Promise<PublicBadge & { credential: string }> {
  await countTry('badge', 'look', address)
  const badge = await publicBadge(input.badgeId)
  if (!badge) throw new NotFound('There is no public badge at this address.')
  return badge
}

/** The same for those who have been counted already. */
export async function publicBadge(given: string): Promise<(PublicBadge & { credential: string }) | null> {
  const { data: badgeId } = z.uuid().safeParse(given)
  if (!badgeId) return null
  const [row] = await atTheDoor('verify a badge', (tx) => tx.$queryRaw<Row[]>`SELECT * FROM app.public_badge(${badgeId}::uuid)`)
  if (!row) return null
  const { issuerId: _issuerId, ...shown } = row
  return { ...shown, badgeId, standing: standingOf(row, now()) }
}
