import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/**
 * AES-256-GCM (NIST SP 800-38D): version byte, 12-byte random nonce, 16-byte tag, ciphertext. What it is for (table, column, row) goes
 * into the associated data, so that a ciphertext moved to another row or column does not open.
 */
export function encrypt(key: Uint8Array, plain: Uint8Array, about: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return new Uint8Array(Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), text]))
}

/** Opens what `encrypt` made. Throws if the key, the purpose or a single bit is another. */
export function decrypt(key: Uint8Array, sealed: Uint8Array, about: string): Buffer {
  if (sealed[0] !== 1) throw new Error('A sealed column has a version this Belay does not know.')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13)).setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(13, 29))
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()])
}
