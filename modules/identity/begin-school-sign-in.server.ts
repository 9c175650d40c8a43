import * as oidc from 'openid-client'
import { z } from 'zod'
import type { Viewer } from '../db/viewer.ts'
import { settings } from '../settings.server.ts'
import { openCeremony } from './parts/ceremony.server.ts'
import { configurationOf, providerWith } from './parts/provider-configuration.server.ts'
import { countTry } from './tries.server.ts'

/** What somebody comes back from the school's sign-in for. */
export const SchoolErrand = z.enum(['sign-in', 'link', 'prove', 'invitation'])
export type SchoolErrand = z.infer<typeof SchoolErrand>

/** What is remembered of the way there, for the way back. */
export const WayThere = z.object({ errand: SchoolErrand, state: z.string(), nonce: z.string(), verifier: z.string(), providerId: z.uuid(), isShared: z.enum(['yes', 'no']), next: z.string(), invitation: z.string(), personId: z.string() })

export const callbackOf = (providerId: string) => new URL(`/auth/oidc/${providerId}/callback`, settings().baseUrl).href

type Going = { errand: SchoolErrand; viewer?: Viewer; isShared?: boolean; next?: string; invitation?: string }

/** Sends somebody to their school's own sign-in: code flow with PKCE, a state and a nonce, remembered here for ten minutes and once. */
export async function beginSchoolSignIn(providerId: string, { errand, viewer, isShared = false, next = '/', invitation = '' }: Going, { address }: { address: string }): Promise<{ ceremonyId: string; to: string }> {
  await countTry('ceremony', 'school', address)
  const provider = await providerWith(providerId)
  const configuration = await configurationOf(provider)
  const verifier = oidc.randomPKCECodeVerifier()
  const [state, nonce] = [oidc.randomState(), oidc.randomNonce()]
  const to = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: callbackOf(providerId), scope: 'openid', state, nonce, code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
    ...(errand === 'prove' ? { prompt: 'login', max_age: '0' } : {}),
    ...(provider.tenant && provider.issuer === 'https://accounts.google.com' ? { hd: provider.tenant } : {}),
  })
  // Whose errand it is stands in the secret: the browser that comes back is known by its cookie, and asked again who it is.
  const ceremonyId = await openCeremony('answer a school sign-in', 'oidc', null, { errand, state, nonce, verifier, providerId, isShared: isShared ? 'yes' : 'no', next, invitation, personId: viewer?.id ?? '' })
  return { ceremonyId, to: to.href }
}
