import { exportJWK, exportPKCS8, generateKeyPair, importPKCS8, type JWK } from 'jose'
import { openForTheHouse, sealForTheHouse } from '../crypto/seal-for-the-house.server.ts'
import { asSystem } from '../db/as-system.server.ts'
import { atTheDoor } from '../db/at-the-door.server.ts'
import { newId } from '../db/new-id.ts'
import type { Tx } from '../db/transaction.server.ts'
import { NotFound } from '../errors.ts'
import { settings } from '../settings.server.ts'
import { addresses } from './addresses.ts'

const about = (id: string) => `BadgeKey|secret|${id}`

/** The key badges are signed with (RS256, which every checker of Open Badges 3.0 knows): made once, at first start. */
export const makeTheBadgeKey = () => asSystem('make the badge key', async (tx) => {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(48263)`
  if ((await tx.badgeKey.count()) === 0) await makeBadgeKey(tx)
})

/** A new key to sign with. What the one before signed can still be checked; nothing more is signed with it, because its secret half is gone. */
export const changeBadgeKey = () => asSystem('change the badge key', async (tx) => {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(48263)`
  await makeBadgeKey(tx)
})

async function makeBadgeKey(tx: Tx) {
  const id = newId()
  const { publicKey, privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true })
  const publicJwk = await exportJWK(publicKey)
  await tx.badgeKey.updateMany({ where: { secret: { not: null } }, data: { secret: null } })
  await tx.badgeKey.createMany({ data: [{ id, publicJwk: { ...publicJwk }, secret: await sealForTheHouse(tx, about(id), await exportPKCS8(privateKey)) }] })
}

/** The key that signs now, opened. On record each time, because nobody but Belay itself may hold it. */
export const signingKey = () => asSystem('sign a badge', async (tx) => {
  const key = await tx.badgeKey.findFirst({ where: { secret: { not: null } }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })
  if (!key?.secret) throw new Error('There is no key to sign badges with. It is made at the start of Belay.')
  return { kid: addresses(settings().baseUrl).key(key.id), secret: await importPKCS8(await openForTheHouse(tx, about(key.id), key.secret), 'RS256') }
})

/** The public halves, for anybody who checks a badge (JWKS, RFC 7517). The newest first; the older ones stay. */
export const badgeKeys = async (): Promise<{ keys: JWK[] }> => {
  const found = await atTheDoor('verify a badge', (tx) => tx.$queryRaw<{ id: string; publicJwk: JWK }[]>`SELECT * FROM app.badge_keys()`)
  return { keys: found.map(({ id, publicJwk }) => ({ ...publicJwk, kid: addresses(settings().baseUrl).key(id), alg: 'RS256', use: 'sig' })) }
}

/** One of them, at the address a badge names in its header. */
export async function findBadgeKey(keyId: string): Promise<JWK> {
  const { keys } = await badgeKeys()
  const key = keys.find(({ kid }) => kid === addresses(settings().baseUrl).key(keyId))
  if (!key) throw new NotFound()
  return key
}
