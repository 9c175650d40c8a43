import * as oidc from 'openid-client'
import { openForTheHouse } from '../../crypto/seal-for-the-house.server.ts'
import { atTheDoor } from '../../db/at-the-door.server.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { isThisMachine } from '../issuer.ts'

export const aboutSecret = (providerId: string) => `IdentityProvider|${providerId}|clientSecret`

export type Provider = { id: string; organisationId: string; name: string; issuer: string; clientId: string; clientSecret: Uint8Array | null; tenant: string | null }
/** How an issuer is asked about itself: eight seconds, over https but on this very machine. */
export const discoveryOf = (issuer: URL): oidc.DiscoveryRequestOptions => ({ timeout: 8, execute: isThisMachine(issuer) ? [oidc.allowInsecureRequests] : [] })

const discovered = new Map<string, { configuration: oidc.Configuration; of: string }>()

/** A provider Belay trusts, by the row that names it. There is no other list: an issuer without a row is nobody. */
export async function providerWith(id: string): Promise<Provider> {
  const provider = await atTheDoor('answer a school sign-in', (tx) => tx.identityProvider.findFirst({ where: { id, switchedOffAt: null } }))
  if (!provider) throw new NotFound('Belay does not know that sign-in.')
  return provider
}

/** What the provider says about itself, asked once a process; its issuer must be exactly the one in the row. */
export async function configurationOf(provider: Provider): Promise<oidc.Configuration> {
  const of = `${provider.issuer} ${provider.clientId}`
  const known = discovered.get(provider.id)
  if (known?.of === of) return known.configuration
  const secret = provider.clientSecret ? await atTheDoor('answer a school sign-in', (tx) => openForTheHouse(tx, aboutSecret(provider.id), provider.clientSecret!)) : undefined
  const issuer = new URL(provider.issuer)
  try {
    const configuration = await oidc.discovery(issuer, provider.clientId, undefined, secret ? oidc.ClientSecretPost(secret) : oidc.None(), discoveryOf(issuer))
    discovered.set(provider.id, { configuration, of })
    return configuration
  } catch {
    throw new Conflict(`${provider.name} does not answer at the moment. Sign in another way, or try again in a few minutes.`)
  }
}
