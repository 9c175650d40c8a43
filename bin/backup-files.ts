import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { masterKey } from '#modules/crypto/master-key.server.ts'
import { SetUpProblem } from '#modules/errors.ts'

// A file of a backup: 12 bytes of nonce, the gzipped rows under AES-256-GCM, 16 bytes of tag. The key comes from the master key and the
// backup's own salt; the file's name is in the associated data, so that one table's rows cannot be passed off as another's.
const keyOf = (salt: string) => Buffer.from(hkdfSync('sha256', masterKey().key, Buffer.from(salt, 'base64'), 'belay backup', 32))

export async function writeSealed(file: string, name: string, salt: string, from: Readable) {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(salt), nonce).setAAD(Buffer.from(name))
  const to = createWriteStream(file, { mode: 0o600 })
  to.write(nonce)
  await pipeline(from, createGzip(), cipher, async function* (some) {
    yield* some
    yield cipher.getAuthTag()
  }, to)
}

/** Reads a file back. It has passed its check only when the stream has ended well: what was done with it before must be in a transaction. */
export async function readSealed(file: string, name: string, salt: string, to: Writable) {
  const { size } = await stat(file)
  const handle = await open(file)
  const nonce = Buffer.alloc(12)
  const tag = Buffer.alloc(16)
  await handle.read(nonce, 0, 12, 0)
  await handle.read(tag, 0, 16, size - 16)
  await handle.close()
  const decipher = createDecipheriv('aes-256-gcm', keyOf(salt), nonce).setAAD(Buffer.from(name)).setAuthTag(tag)
  try {
    await pipeline(createReadStream(file, { start: 12, end: size - 17 }), decipher, createGunzip(), to)
  } catch (cause) {
    if ((cause as { code?: string }).code?.match(/^\d/)) throw cause
    throw new SetUpProblem(`The backup's file ${file} is damaged, or was made under another master key. Nothing was restored.`, { cause })
  }
}
