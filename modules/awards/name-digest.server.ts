import { createHash } from 'node:crypto'

/** A name as it is hashed: one space between words, none around. */
export const asHashed = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ')

/** An IdentityHash of Open Badges 3.0: `sha256$` and the SHA-256, in hex, of the identity with the salt behind it. */
export const nameDigest = (name: string, salt: string): string => `sha256$${createHash('sha256').update(asHashed(name) + salt).digest('hex')}`
