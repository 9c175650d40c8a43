import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { masterKey } from '../crypto/master-key.server.ts'

/** The key in the one-time set-up link. From the master key, so that every process knows it; of no use once there is an organisation. */
export const setUpLink = (): string =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', masterKey().key, 'belay', 'first set-up', 32))).update('set up').digest('base64url')

export function isSetUpLink(given: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(setUpLink())]
  return a.length === b.length && timingSafeEqual(a, b)
}
