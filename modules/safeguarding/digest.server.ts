import { createHash } from 'node:crypto'

/** What a chronology says of a sealed text: SHA-256 of its ciphertext, so that the chain holds after the text itself is erased. */
export const digest = (sealed: Uint8Array): string => createHash('sha256').update(sealed).digest('hex')
