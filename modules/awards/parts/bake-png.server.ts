import { crc32 } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const keyword = 'openbadgecredential'

/** The chunks of a PNG (ISO/IEC 15948 §5.3): length, type, content, checksum. Stops at the first that does not fit. */
function* chunksOf(png: Uint8Array) {
  const bytes = Buffer.from(png)
  for (let at = signature.length; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at)
    if (at + 12 + length > bytes.length) return
    yield { type: bytes.toString('latin1', at + 4, at + 8), content: bytes.subarray(at + 8, at + 8 + length), whole: bytes.subarray(at, at + 12 + length) }
    at += 12 + length
  }
}

export const isPng = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 8)).equals(signature)

/** Bakes a signed badge into a PNG: an uncompressed `iTXt` chunk with the keyword, as Open Badges 3.0 §5.3.1 has it. One that was in it before goes. */
export function bakePng(png: Uint8Array, credential: string): Buffer {
  const content = Buffer.concat([Buffer.from(`${keyword}\0\0\0\0\0`, 'latin1'), Buffer.from(credential)])
  const named = Buffer.concat([Buffer.from('iTXt'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  const others = [...chunksOf(png)].filter(({ type, content: text }) => !(type === 'iTXt' && isOurs(text))).map(({ whole }) => whole)
  return Buffer.concat([signature, ...others.slice(0, -1), length, named, sum, ...others.slice(-1)])
}

const isOurs = (text: Buffer) => text.toString('latin1', 0, keyword.length + 1) === `${keyword}\0`

/** What is baked into a PNG: the text of its first chunk with the keyword. */
export function bakedInPng(png: Uint8Array): string | null {
  for (const { type, content } of chunksOf(png)) {
    if (type !== 'iTXt' || !isOurs(content)) continue
    // Behind the keyword: compressed or not and how, then language and translated keyword, each ended by a nought.
    if (content[keyword.length + 1] !== 0) return null
    const language = content.indexOf(0, keyword.length + 3)
    const translated = content.indexOf(0, language + 1)
    return language < 0 || translated < 0 ? null : content.toString('utf8', translated + 1)
  }
  return null
}
