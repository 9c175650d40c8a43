import { createHmac, hkdfSync } from 'node:crypto'
import { pepperKey } from '../crypto/master-key.server.ts'

/** The parts of a name as they are compared: small, without accents, apostrophes all alike. “Zoë O’Brien-Lee” is zoe, o'brien and lee. */
export const partsOfName = (name: string): string[] => [...new Set(name.split(/[\s-]+/).map(plainly).filter((part) => part.length > 1))]
export const plainly = (word: string): string => word.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replaceAll('’', "'").toLowerCase()

/** A mentee's own name is sealed. Digests of its parts, under a key kept outside the database, tell whether a word is part of it, and say nothing else. */
export const digestsOfName = (organisationId: string, parts: readonly string[]): string[] => {
  const key = Buffer.from(hkdfSync('sha256', pepperKey(), 'belay', 'names of mentees', 32))
  return parts.map((part) => createHmac('sha256', key).update(`${organisationId}|${part}`).digest('hex'))
}
