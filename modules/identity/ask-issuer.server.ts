import * as oidc from 'openid-client'
import { discoveryOf } from './parts/provider-configuration.server.ts'

/** What can be wrong with an issuer when it is asked about itself. */
export const issuerProblems = {
  'no-answer': 'Nobody answers at that address. Check it for a slip, and ask your IT whether it can be reached from outside.',
  'not-there': 'Somebody answers there, but it is not a sign-in: its description (/.well-known/openid-configuration) is missing or cannot be read.',
  'another-name': 'It calls itself by another address than the one you wrote. Write the issuer exactly as your IT gives it, with or without the stroke at the end.',
  'too-old': 'It does not offer sign-in by code. Belay takes no other.',
} as const
export type IssuerProblem = keyof typeof issuerProblems

export const isIssuerProblem = (text: string | null): text is IssuerProblem => text !== null && text in issuerProblems

/** Asks an issuer what it says about itself, and gives back what is wrong with that, or null. Whether the client's id and secret fit, only a sign-in shows. */
export async function askIssuer(issuer: string): Promise<IssuerProblem | null> {
  const url = new URL(issuer)
  try {
    const found = (await oidc.discovery(url, 'belay', undefined, oidc.None(), discoveryOf(url))).serverMetadata()
    const takesCode = found.response_types_supported?.includes('code') ?? true
    return takesCode && found.authorization_endpoint && found.token_endpoint ? null : 'too-old'
  } catch (error) {
    const code = (error as { code?: string }).code ?? (error as { cause?: { code?: string } }).cause?.code
    if (code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED') return 'another-name'
    return code?.startsWith('OAUTH_') && code !== 'OAUTH_TIMEOUT' && code !== 'OAUTH_ABORT' ? 'not-there' : 'no-answer'
  }
}
