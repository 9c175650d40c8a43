/** What a photo or a file may be, how big it may be when it is sent, and how it is called. Decision 0028. */
export const allowed = {
  'image/jpeg': { most: 32_000_000, ends: 'jpg', says: 'a photo (JPEG)' },
  'image/png': { most: 32_000_000, ends: 'png', says: 'a picture (PNG)' },
  'image/webp': { most: 32_000_000, ends: 'webp', says: 'a picture (WebP)' },
  'application/pdf': { most: 10_000_000, ends: 'pdf', says: 'a PDF' },
  'text/plain': { most: 200_000, ends: 'txt', says: 'plain text' },
} as const
export type Allowed = keyof typeof allowed

/** The most that any file may have. */
export const mostOfAll = Math.max(...Object.values(allowed).map(({ most }) => most))
export const photoTypes = Object.keys(allowed).filter((type) => type.startsWith('image/'))
export const isAllowed = (type: string): type is Allowed => Object.hasOwn(allowed, type)

/** Bytes, as people say them. */
export const sayBytes = (bytes: number): string => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`)

export const allowedInWords = `A photo or picture (JPEG, PNG or WebP) up to ${sayBytes(allowed['image/jpeg'].most)}, a PDF up to ${sayBytes(allowed['application/pdf'].most)}, or plain text up to ${sayBytes(allowed['text/plain'].most)}.`
export const tooBig = `That is too big. ${allowedInWords} For a photo, choose a smaller size on your phone, or take a new one.`

/** What somebody says they looked at before a file is handed in. The number of the declaration goes into the record with it. */
export const workChecks = [
  { name: 'hasNoFaces', says: 'No face that somebody could know', hint: 'Yours may be there, if you want. Nobody else’s, and never your mentee’s.' },
  { name: 'hasNoNames', says: 'No names', hint: 'Not on paper, a badge, a screen or a uniform.' },
  { name: 'hasNoPlaces', says: 'No place that somebody could find', hint: 'No school sign, street name, door number or map.' },
] as const
