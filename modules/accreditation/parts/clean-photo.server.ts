/** At most this many pixels are opened: a phone's largest photo has 108 million. A small file that unfolds into more is refused before it does. */
const mostPixels = 110_000_000
/** How long the longer edge is when it is kept. Handwriting on a photo of a page can be read at it. */
const edge = 2400

/**
 * A photo, drawn anew: turned the way it was held, at most so large, and nothing of the file it came in but the picture: no place, no time, no
 * name of a phone. Null where it cannot be opened, or would be too large.
 */
export async function cleanPhoto(bytes: Uint8Array): Promise<{ bytes: Buffer; width: number; height: number } | null> {
  // Loaded with the first photo, so that a start does not wait for it.
  const { default: sharp } = await import('sharp')
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', animated: false })
      .timeout({ seconds: 30 })
      .autoOrient()
      .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer({ resolveWithObject: true })
    return { bytes: data, width: info.width, height: info.height }
  } catch {
    return null
  }
}
