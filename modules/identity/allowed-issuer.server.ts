import { isDemo } from '../is-demo.server.ts'
import { settings } from '../settings.server.ts'
import { isThisMachine } from './issuer.ts'

/** Sign-ins of whole countries of schools, whose operators are known. */
const known = [/^https:\/\/accounts\.google\.com$/, /^https:\/\/login\.microsoftonline\.com\/[0-9a-f-]{36}\/v2\.0$/]

const named = (): string[] => (settings().OIDC_ISSUERS ?? '').split(/[\s,]+/).filter(Boolean)

/**
 * May a coordinator name this issuer? Belay asks it and believes its word about who somebody is, so it is not any address somebody types: Google,
 * Microsoft, and what whoever runs Belay has named in OIDC_ISSUERS. One on this very machine is for trials.
 */
export function isAllowedIssuer(issuer: string): boolean {
  if (known.some((pattern) => pattern.test(issuer)) || named().includes(issuer)) return true
  return URL.canParse(issuer) && isThisMachine(new URL(issuer)) && (settings().NODE_ENV !== 'production' || isDemo())
}

/** Which issuers may be named here, in words. */
export const allowedIssuers = (): string =>
  ['https://accounts.google.com (Google)', 'https://login.microsoftonline.com/…/v2.0 with your tenant’s number (Microsoft)', ...named()].join(', ')
