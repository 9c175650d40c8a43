import sharp from 'sharp'

/** A photo as a phone writes it: with where it was taken, lying on its side. */
export const phonePhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 600, height: 400, channels: 3, background: '#aa5533' } }).withMetadata({ orientation: 6 }).withExifMerge({ IFD0: { Model: 'Fairphone 4' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 26/1' } }).jpeg().toBuffer()
