import { createHash, webcrypto } from 'node:crypto'
import type { Pack } from '#modules/packs/pack.ts'

/** Opens a locked file as docs/case-packs.md says, with nothing of Belay's own. */
export async function openPack(html: string, password: string): Promise<{ pack: Pack; pdf: Buffer; clear: string }> {
  const [whole, locked] = /<script type="application\/json" id="locked">(.*?)<\/script>/s.exec(html)!
  const { iterations, salt, nonce, sealed } = JSON.parse(locked!) as { iterations: number; salt: string; nonce: string; sealed: string }
  const { subtle } = webcrypto
  const root = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: Buffer.from(salt, 'base64'), iterations }, await subtle.importKey('raw', Buffer.from(password), 'PBKDF2', false, ['deriveBits']), 256)
  const key = await subtle.deriveKey({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: Buffer.from('belay-case-pack key') }, await subtle.importKey('raw', root, 'HKDF', false, ['deriveKey']), { name: 'AES-GCM', length: 256 }, false, ['decrypt'])
  const plain = await subtle.decrypt({ name: 'AES-GCM', iv: Buffer.from(nonce, 'base64'), additionalData: Buffer.from(`belay-case-pack|1|PBKDF2-SHA-256|${iterations}|${salt}|AES-256-GCM|${nonce}`) }, key, Buffer.from(sealed, 'base64'))
  const { json, pdf } = JSON.parse(Buffer.from(plain).toString()) as { json: string; pdf: string }
  return { pack: JSON.parse(json) as Pack, pdf: Buffer.from(pdf, 'base64'), clear: html.replace(whole, '') }
}

/** Makes every link of a pack again. The number of the first line that is not what was written; nought where all are. */
export function firstBroken({ concern, chronology, chain }: Pack): number {
  let before = Buffer.alloc(32)
  const facts = chronology.map(({ link }) => JSON.parse(link.facts) as { number?: number; upTo?: number; words?: string })
  const struck = chronology.flatMap(({ link }, index) => (link.kind === 'struck' ? [facts[index]!.number] : []))
  for (const [index, { number, at, isStruck, link }] of chronology.entries()) {
    if (number !== index + 1 || Date.parse(at) !== link.ms || isStruck !== struck.includes(number)) return number
    before = createHash('sha256').update(before).update([number, link.id, chain.concernId, chain.organisationId, link.kind, link.byId, link.ms, link.facts].join('|')).update(Buffer.from(link.wordsHash, 'hex')).digest()
    if (before.toString('hex') !== link.hash) return number
  }
  if (chronology.length !== chain.length || before.toString('hex') !== chain.head) return chronology.length + 1
  const { words, upTo } = facts.at(-1)!
  const read = JSON.stringify([chain.salt, concern.who, concern.what, chronology.slice(0, upTo).map(({ number, says, parts }) => [number, says, parts.map(({ label, text }) => [label, text])])])
  return createHash('sha256').update(read).digest('hex') === words ? 0 : chronology.length
}
