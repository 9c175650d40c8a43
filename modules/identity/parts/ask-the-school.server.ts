import * as oidc from 'openid-client'
import { z } from 'zod'
import { log } from '../../log.server.ts'
import { Conflict } from '../../errors.ts'
import { WayThere } from '../begin-school-sign-in.server.ts'
import { takeCeremony } from './ceremony.server.ts'
import { configurationOf, providerWith } from './provider-configuration.server.ts'

const Claims = z.object({ sub: z.string().min(1).max(300), tid: z.string().optional(), hd: z.string().optional(), amr: z.array(z.string()).optional(), auth_time: z.number().optional() })

/** What came back from the school: who it says this is. Checked: state, nonce, PKCE, issuer, audience, signature, times, tenant. */
export async function askTheSchool(providerId: string, ceremonyId: string, back: URL) {
  const way = await takeCeremony('answer a school sign-in', 'oidc', ceremonyId, null, WayThere)
  const provider = await providerWith(providerId)
  if (way.providerId !== providerId) throw new Conflict('That came back from another sign-in than you started. Please start it again.')
  const tokens = await oidc.authorizationCodeGrant(await configurationOf(provider), back, {
    pkceCodeVerifier: way.verifier, expectedState: way.state, expectedNonce: way.nonce, idTokenExpected: true, ...(way.errand === 'prove' ? { maxAge: 300 } : {}),
  }).catch((error: unknown) => {
    log.warn({ code: (error as { code?: string }).code, provider: providerId }, 'a school sign-in was refused')
    return null
  })
  const claims = Claims.safeParse(tokens?.claims())
  if (!claims.success) throw new Conflict(`${provider.name} did not say who you are. Please try again, or sign in another way.`)
  const { sub, tid, hd, amr } = claims.data
  if (provider.tenant && provider.tenant !== tid && provider.tenant !== hd) throw new Conflict(`That account does not belong to ${provider.name}. Choose your school account and try again.`)
  return { way, provider, subject: sub, hasSecondFactor: amr?.includes('mfa') ?? false }
}
