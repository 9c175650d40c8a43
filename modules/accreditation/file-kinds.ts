/** What a photo, a recording or a file may be, how big it may be when it is sent, and how it is called. Decision 0028. */
export const allowed = {
  'image/jpeg': { most: 32_000_000, ends: 'jpg', says: 'a photo (JPEG)' },
  'image/png': { most: 32_000_000, ends: 'png', says: 'a picture (PNG)' },
  'image/webp': { most: 32_000_000, ends: 'webp', says: 'a picture (WebP)' },
  'audio/mp4': { most: 20_000_000, ends: 'm4a', says: 'a recording (M4A)' },
  'audio/mpeg': { most: 20_000_000, ends: 'mp3', says: 'a recording (MP3)' },
  'audio/wav': { most: 20_000_000, ends: 'wav', says: 'a recording (WAV)' },
  'audio/ogg': { most: 20_000_000, ends: 'ogg', says: 'a recording (Ogg)' },
  'audio/webm': { most: 20_000_000, ends: 'webm', says: 'a recording (WebM)' },
  'application/pdf': { most: 10_000_000, ends: 'pdf', says: 'a PDF' },
  'text/plain': { most: 200_000, ends: 'txt', says: 'plain text' },
} as const
export type Allowed = keyof typeof allowed

/** How long a recording may be, in seconds. */
export const mostSeconds = 600

/** The most that any file may have. */
export const mostOfAll = Math.max(...Object.values(allowed).map(({ most }) => most))
export const photoTypes = Object.keys(allowed).filter((type) => type.startsWith('image/'))
/** What a page asks for. JPEG comes first: Safari makes one of an iPhone's own kind of photo where only other kinds are asked for. Some know M4A by its ending alone. */
export const askedFor = [...Object.keys(allowed), 'audio/x-m4a', '.m4a'].join(',')
export const isAllowed = (type: string): type is Allowed => Object.hasOwn(allowed, type)
export const isSound = (type: string): boolean => type.startsWith('audio/')

/** Bytes, as people say them. */
export const sayBytes = (bytes: number): string => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`)
/** Seconds, as a clock shows them. */
export const sayLength = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`

export const allowedInWords = `A photo or picture (JPEG, PNG or WebP) up to ${sayBytes(allowed['image/jpeg'].most)}, a recording (M4A, MP3, WAV, Ogg or WebM) up to ${mostSeconds / 60} minutes and ${sayBytes(allowed['audio/mp4'].most)}, a PDF up to ${sayBytes(allowed['application/pdf'].most)}, or plain text up to ${sayBytes(allowed['text/plain'].most)}.`
export const tooBig = `That is too big. ${allowedInWords} For a photo, choose a smaller size on your phone, or take a new one.`

/** What somebody says they looked at, or listened for, before a file is handed in. The number of the declaration goes into the record with it. */
export const checksOf = (type: string) => (isSound(type) ? [
  { name: 'hasNobodyElse', says: 'No voice but mine', hint: 'Nobody else can be heard, and never your mentee, not even far away.' },
  { name: 'hasNoNames', says: 'No names', hint: 'Nobody’s name is said. A bird’s name from Belay is fine.' },
  { name: 'hasNoPlaces', says: 'No place that somebody could find', hint: 'No school, street or club is named, and no announcement tells where it is.' },
] as const : [
  { name: 'hasNobodyElse', says: 'No face that somebody could know', hint: 'Yours may be there, if you want. Nobody else’s, and never your mentee’s.' },
  { name: 'hasNoNames', says: 'No names', hint: 'Not on paper, a badge, a screen or a uniform.' },
  { name: 'hasNoPlaces', says: 'No place that somebody could find', hint: 'No school sign, street name, door number or map.' },
] as const)
