import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK } from 'jose'
import { countTry } from '../identity/tries.server.ts'
import { settings } from '../settings.server.ts'
import { badgeKeys } from './badge-keys.server.ts'
import { claimsOf, type Credential } from './credential.ts'
import { publicBadge, type PublicBadge } from './find-public-badge.server.ts'
import { nameDigest } from './name-digest.server.ts'
import { badgeInAddress, readSignedBadge } from './parts/read-signed-badge.server.ts'
import type { Standing } from './states.ts'

/** Does the name somebody typed belong to the badge? Null where they typed none. */
export type Checked = { standing: Standing; badge: PublicBadge | null; isTheName: boolean | null }
const only = (standing: Standing): Checked => ({ standing, badge: null, isTheName: null })

/**
 * Anybody checks a badge they were given: pasted, or baked into a picture. It is good when Belay signed exactly this, its owner has it public, and it was
 * not taken back. Of a badge that is not public nothing is said, though the signature be ours.
 */
export async function verifyBadge({ given, name = '' }: { given: Uint8Array; name?: string }, { address }: { address: string }): Promise<Checked> {
  await countTry('badge', 'check', address)
  const linked = badgeInAddress(Buffer.from(given.subarray(0, 300)).toString('utf8'), settings().baseUrl)
  if (linked) return known(await publicBadge(linked), name)
  const signed = readSignedBadge(given)
  if (!signed) return only('unreadable')
  const checked = await checkSignature(signed)
  if (typeof checked === 'string') return only(checked)
  return known(await publicBadge(idOf(checked)), name)
}

function known(found: Awaited<ReturnType<typeof publicBadge>>, name: string): Checked {
  if (!found) return only('unknown')
  const { credential, ...badge } = found
  const [identity] = decodeJwt<Credential>(credential).credentialSubject.identifier
  return { standing: badge.standing, badge, isTheName: identity && name.trim() ? nameDigest(name, identity.salt) === identity.identityHash : null }
}

const idOf = (credential: Credential) => credential.id.split('/').at(-1)!
const isOurs = (address: unknown) => typeof address === 'string' && address.startsWith(`${settings().baseUrl}/`)

/** The credential, if one of our keys signed exactly these bytes and its claims say what it says. */
async function checkSignature(signed: string): Promise<Credential | 'altered' | 'not-ours' | 'unreadable'> {
  const said: unknown = attempt(() => decodeProtectedHeader(signed).kid)
  if (said === null) return 'unreadable'
  // What somebody made up may name its key by a number, or by anything else.
  const kid = typeof said === 'string' ? said : undefined
  const { keys } = await badgeKeys()
  // By the key's own id: the address Belay is reached at may have changed since.
  const key = keys.find((one) => kid !== undefined && one.kid!.split('/').at(-1) === kid.split('/').at(-1))
  if (!key) {
    const from = attempt(() => decodeJwt(signed).iss)
    return isOurs(kid) || isOurs(from) ? 'altered' : from === null ? 'unreadable' : 'not-ours'
  }
  try {
    const { payload } = await compactVerify(signed, await importJWK(key, 'RS256'), { algorithms: ['RS256'] })
    const credential = JSON.parse(Buffer.from(payload).toString('utf8')) as ReturnType<typeof claimsOf>
    const asItShould = claimsOf(credential)
    return (['iss', 'sub', 'jti', 'nbf', 'exp'] as const).every((claim) => credential[claim] === asItShould[claim]) ? credential : 'altered'
  } catch {
    return 'altered'
  }
}

/** What somebody hands us may be anything: null where it cannot be read. */
function attempt<Read>(work: () => Read): Read | null {
  try {
    return work()
  } catch {
    return null
  }
}
