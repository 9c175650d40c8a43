import { addresses } from './addresses.ts'
import { achievements } from './achievements.ts'

export type BadgeFacts = {
  base: string
  badgeId: string
  kind: 'course' | 'qualification'
  title: string
  awardedAt: Date
  goodUntil: Date | null
  issuer: { id: string; name: string }
  /** `sha256$…` of the full name and the salt: who knows the name can check it, and nobody can read it. */
  identity: { hash: string; salt: string }
}

/** To the second, because the claims of a JWT (RFC 7519 §2, NumericDate) are and have to be equal. */
const second = (at: Date) => new Date(Math.floor(at.getTime() / 1000) * 1000)
const written = (at: Date) => second(at).toISOString().replace('.000Z', 'Z')
export const numericDate = (at: Date) => Math.floor(at.getTime() / 1000)

/**
 * The badge as an OpenBadgeCredential: Open Badges 3.0 (1EdTech, document 1.2) over Verifiable Credentials 2.0. It holds no name, no age and
 * no school: the issuer is the delivery site, and the person a digest.
 */
export function credentialOf({ base, badgeId, kind, title, awardedAt, goodUntil, issuer, identity }: BadgeFacts) {
  const at = addresses(base)
  const { id, description, narrative, achievementType } = achievements[kind]
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: at.badge(badgeId),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: title,
    issuer: { id: at.issuer(issuer.id), type: ['Profile'], name: issuer.name, url: base },
    validFrom: written(awardedAt),
    ...(goodUntil ? { validUntil: written(goodUntil) } : {}),
    credentialSubject: {
      id: `urn:uuid:${badgeId}`,
      type: ['AchievementSubject'],
      identifier: [{ type: 'IdentityObject', hashed: true, identityHash: identity.hash, identityType: 'name', salt: identity.salt }],
      achievement: {
        id: at.achievement(id), type: ['Achievement'], achievementType, name: title, description, inLanguage: 'en-GB',
        criteria: { narrative }, image: { id: at.picture(kind), type: 'Image' },
      },
    },
    credentialSchema: [{ id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json', type: '1EdTechJsonSchemaValidator2019' }],
    credentialStatus: { id: at.takenBack, type: '1EdTechRevocationList' },
  }
}

export type Credential = ReturnType<typeof credentialOf>

/** The claims a VC-JWT carries beside the credential, each equal to what it says (Open Badges 3.0, §8.2.4.1). */
export const claimsOf = (credential: Credential) => ({
  ...credential, iss: credential.issuer.id, sub: credential.credentialSubject.id, jti: credential.id, nbf: numericDate(new Date(credential.validFrom)),
  ...(credential.validUntil ? { exp: numericDate(new Date(credential.validUntil)) } : {}),
})
