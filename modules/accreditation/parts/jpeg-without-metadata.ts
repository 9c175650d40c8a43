/**
 * A JPEG (ITU-T T.81, annex B) without the segments that say where, when and with what it was made: APP1 to APP13 and APP15, and comments.
 * APP0 and APP14 stay, because they say how its colours are meant. What cannot be read as segments comes back as null.
 */
export function withoutMetadata(jpeg: Uint8Array): Uint8Array | null {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return null
  const kept: Uint8Array[] = [jpeg.subarray(0, 2)]
  for (let at = 2; at + 4 <= jpeg.length;) {
    const marker = jpeg[at + 1]!
    if (jpeg[at] !== 0xff) return null
    // Bytes that only fill up.
    if (marker === 0xff) { at += 1; continue }
    // From here on is the picture itself.
    if (marker === 0xda) return new Uint8Array(Buffer.concat([...kept, jpeg.subarray(at)]))
    const end = at + 2 + jpeg[at + 2]! * 256 + jpeg[at + 3]!
    const isMetadata = (marker >= 0xe1 && marker <= 0xef && marker !== 0xee) || marker === 0xfe
    if (!isMetadata) kept.push(jpeg.subarray(at, end))
    at = end
  }
  return null
}
