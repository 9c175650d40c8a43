import { randomBytes } from 'node:crypto'
import type { Tx } from '../db/transaction.server.ts'
import { newId } from '../db/new-id.ts'
import { decrypt, encrypt } from './envelope.server.ts'
import { masterKey, previousMasterKey, type MasterKey } from './master-key.server.ts'

type Wrapped = { id: string; organisationId: string | null; wrapped: Uint8Array; masterKeyId: string }

/** Opened wrapping keys, by id. They stay in memory; which of them somebody may use is decided by row-level security each time. */
const opened = new Map<string, Buffer>()

const about = (key: { id: string; organisationId: string | null }) => `WrappingKey|${key.id}|${key.organisationId ?? 'house'}`

export const wrap = (key: { id: string; organisationId: string | null }, secret: Uint8Array, master: MasterKey = masterKey()) =>
  encrypt(master.key, secret, about(key))

/** The secret of a wrapping key, opened with the master key it names. */
export function unwrap(key: Wrapped): Buffer {
  const known = opened.get(key.id)
  if (known) return known
  const master = [masterKey(), previousMasterKey()].find((candidate) => candidate?.id === key.masterKeyId)
  if (!master) throw new Error('This was sealed under a master key that Belay was not given.')
  const secret = decrypt(master.key, key.wrapped, about(key))
  opened.set(key.id, secret)
  return secret
}

/** The newest wrapping key of an organisation, or of the house (null), as this transaction's role may see it. */
export async function newestWrappingKey(tx: Tx, organisationId: string | null): Promise<Wrapped> {
  const key = await tx.wrappingKey.findFirst({ where: { organisationId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })
  if (!key) throw new Error(organisationId ? 'This organisation has no key yet, or it is not yours.' : 'The house has no key yet.')
  return key
}

/** Makes a wrapping key: with a new organisation, at first start for the house, and whenever keys are rotated. */
export async function makeWrappingKey(tx: Tx, organisationId: string | null): Promise<string> {
  const id = newId()
  await tx.wrappingKey.createMany({ data: [{ id, organisationId, wrapped: wrap({ id, organisationId }, randomBytes(32)), masterKeyId: masterKey().id }] })
  return id
}
