import { createHmac, randomBytes } from 'node:crypto'

/** A new secret, as gateways take it. Source: standardwebhooks.com, "Signature scheme". */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

/** The headers of a message: its id, when it was sent (in seconds), and what each secret that counts just now makes of id, time and body. */
export function signMessage({ id, at, body, secrets }: { id: string; at: Date; body: string; secrets: readonly string[] }): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1000))
  const signed = secrets.map((secret) => `v1,${createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).update(`${id}.${seconds}.${body}`).digest('base64')}`)
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signed.join(' ') }
}
