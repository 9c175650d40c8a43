import { settings } from '../../settings.server.ts'

/** EdDSA, ES256 and RS256: every authenticator knows one of them. */
export const algorithms = [-8, -7, -257]

/** Who asks for a passkey: the host of our own address. Passkeys belong to it for good; a new host name means new passkeys. */
export function relyingParty() {
  const { hostname, origin } = new URL(settings().baseUrl)
  return { id: hostname, origin, name: 'Belay' }
}
