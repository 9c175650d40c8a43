import { bakedInPng, isPng } from './bake-png.server.ts'
import { bakedInSvg } from './bake-svg.ts'

const aJwt = /^[\w-]+\.[\w-]+\.[\w-]+$/

/** What somebody pasted or uploaded, as a signed badge: the badge itself, or a picture with one baked in. Null where there is none in it. */
export function readSignedBadge(given: Uint8Array): string | null {
  const found = isPng(given) ? bakedInPng(given) : fromText(Buffer.from(given).toString('utf8').trim())
  const badge = found?.replace(/\s+/g, '') ?? ''
  return aJwt.test(badge) ? badge : null
}

const fromText = (text: string): string | null => (/<svg\b/.test(text) ? bakedInSvg(text) : text.replace(/^"|"$/g, ''))

/** The badge an address of ours leads to, where somebody pasted the address. */
export const badgeInAddress = (text: string, base: string): string | null => {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null
  return url && url.origin === new URL(base).origin ? /^\/badges\/([0-9a-f-]{36})(?:\/|$)/i.exec(url.pathname)?.[1] ?? null : null
}
