import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { pepperKey } from '../crypto/master-key.server.ts'

/** A token of 256 random bits for a cookie or a link. Only its hash is kept. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** SHA-256: enough for what is random already. */
export const hashOfToken = (token: string) => new Uint8Array(createHash('sha256').update(token).digest())

/** For short codes that people type, which could be guessed from a plain hash: HMAC-SHA-256 under a key kept outside the database. */
export const hashOfCode = (code: string) =>
  new Uint8Array(createHmac('sha256', Buffer.from(hkdfSync('sha256', pepperKey(), 'belay', 'codes people type', 32))).update(code.replaceAll(/[\s-]/g, '').toUpperCase()).digest())

// Without 0/O, 1/I/L, 5/S, 8/B: read out in a noisy room, copied from a board.
const letters = 'ACDEFGHJKMNPQRTUVWXY234679'

/** A code to read out: `length` letters in groups of four, each from 26, without look-alikes. */
export const newCode = (length = 8): string =>
  [...randomBytes(length * 2)].reduce((code, byte) => (code.length < length && byte < 234 ? code + letters[byte % 26]! : code), '').replace(/(.{4})(?=.)/g, '$1-')

/** Half of a code that lets somebody back in: six of the same letters, in one piece, 28 bits. */
export const newHalf = (): string => newCode(6).replace('-', '')
