import { z } from 'zod'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { NotFound } from '../errors.ts'
import { settings } from '../settings.server.ts'
import { achievementOf } from './achievements.ts'
import { addresses } from './addresses.ts'

/** Badges that were public and have been taken back since, by id alone (1EdTech Revocation List Status Method 1.0). */
export async function badgesTakenBack() {
  const at = addresses(settings().baseUrl)
  const found = await atTheDoor('verify a badge', (tx) => tx.$queryRaw<{ badge: string }[]>`SELECT app.badges_taken_back() AS badge`)
  return { id: at.takenBack, issuer: settings().baseUrl, revokedCredential: found.map(({ badge }) => ({ id: at.badge(badge), revoked: true })) }
}

/** Who stands behind a badge: a Profile, at the address a badge names as its issuer. */
export async function findIssuer(issuerId: string) {
  const id = z.uuid().parse(issuerId)
  const [row] = await atTheDoor('verify a badge', (tx) => tx.$queryRaw<{ name: string | null }[]>`SELECT app.badge_issuer(${id}::uuid) AS name`)
  if (!row?.name) throw new NotFound()
  const { baseUrl } = settings()
  return { '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'], id: addresses(baseUrl).issuer(id), type: ['Profile'], name: row.name, url: baseUrl }
}

/** What a badge is for: an Achievement, at the address a badge names. */
export function findAchievement(id: string) {
  const found = achievementOf(id)
  if (!found) throw new NotFound()
  const at = addresses(settings().baseUrl)
  const { kind, title, description, narrative, achievementType } = found
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: at.achievement(id), type: ['Achievement'], achievementType, name: title, description, criteria: { narrative }, image: { id: at.picture(kind), type: 'Image' },
  }
}
