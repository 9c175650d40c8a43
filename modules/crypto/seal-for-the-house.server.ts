import type { Tx } from '../db/transaction.server.ts'
import { decrypt, encrypt } from './envelope.server.ts'
import { newestWrappingKey, unwrap } from './wrapping-keys.server.ts'

/** Seals what belongs to a person and to no organisation (a TOTP seed, a kept form). The key's id (16 bytes) goes before the ciphertext. */
export async function sealForTheHouse(tx: Tx, about: string, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const key = await newestWrappingKey(tx, null)
  return new Uint8Array(Buffer.concat([Buffer.from(key.id.replaceAll('-', ''), 'hex'), encrypt(unwrap(key), Buffer.from(text), about)]))
}

export async function openForTheHouse(tx: Tx, about: string, sealed: Uint8Array): Promise<string> {
  const id = Buffer.from(sealed.subarray(0, 16)).toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  const key = await tx.wrappingKey.findFirst({ where: { id, organisationId: null } })
  if (!key) throw new Error('The key this was sealed with is gone.')
  return decrypt(unwrap(key), sealed.subarray(16), about).toString()
}
