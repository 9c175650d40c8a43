import { allowed, allowedInWords, isAllowed, sayBytes, tooBig, type Allowed } from '../file-kinds.ts'
import { cleanPdf } from './clean-pdf.server.ts'
import { cleanPhoto } from './clean-photo.server.ts'
import { inTurn } from './in-turn.server.ts'

export type Clean = { type: 'image/jpeg' | 'application/pdf' | 'text/plain'; bytes: Uint8Array; width: number | null; height: number | null }
type Given = { bytes: Uint8Array; /** What the browser, or the name, said it was. */ saidType: string; name: string }

const calls: Record<string, string> = {
  'image/heic': 'an iPhone’s own kind of photo (HEIC)', 'image/heif': 'an iPhone’s own kind of photo (HEIC)', 'image/heic-sequence': 'an iPhone’s own kind of photo (HEIC)', 'image/avif': 'a picture (AVIF)', 'image/gif': 'a moving picture (GIF)', 'image/tiff': 'a picture (TIFF)',
  'application/zip': 'a ZIP file', 'application/x-msdownload': 'a program', 'application/x-elf': 'a program', 'application/x-cfb': 'an old Word or Office file', 'application/xml': 'a web page or a drawing (SVG)', 'application/rtf': 'a Rich Text file',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'a Word file', 'application/vnd.oasis.opendocument.text': 'an OpenDocument text',
}
const called = (type: string): string => (isAllowed(type) ? allowed[type].says : calls[type] ?? (type.startsWith('video/') ? 'a video' : type.startsWith('audio/') ? 'a sound' : 'another kind of file'))
const howTo = (type: string): string => (/heic|heif/.test(type) ? ' On the iPhone, choose the photo here again from “Photo Library”, or set Settings, Camera, Formats to “Most Compatible” and take a new one.'
  : /word|opendocument|cfb|rtf/.test(type) ? ' Save it as a PDF, then choose that.' : type.startsWith('video/') ? ' Take a photo of the moment, or write down what it shows.' : '')

const family = (type: string) => (type.startsWith('image/') ? 'image' : type)
const endings: Record<string, Allowed> = { jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', pdf: 'application/pdf', txt: 'text/plain', md: 'text/plain', csv: 'text/plain' }

/** What a file says of itself: by its name, or by what the browser made of it. A browser that does not know says octet-stream, which says nothing. */
const saidOf = ({ saidType, name }: Given): string[] => [endings[/\.(\w+)$/.exec(name.toLowerCase())?.[1] ?? ''], saidType === 'application/octet-stream' ? undefined : saidType.split(';')[0]!.trim().toLowerCase()].filter((one): one is string => Boolean(one))

/** Words in UTF-8 and nothing else; or null. */
function asWords(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return /\p{Cc}/u.test(text.replaceAll(/[\n\r\t\f]/g, '')) ? null : text.replaceAll('\r\n', '\n').trim()
  } catch {
    return null
  }
}

/**
 * Makes a file safe to keep and to show: what it is, its bytes say, and not its name; what is not allowed, or says that it is something else, is refused in words.
 * A photo is drawn anew, a PDF loses what it says of its maker, text is only letters.
 */
export async function cleanFile(given: Given): Promise<Clean | { refused: string }> {
  const { bytes } = given
  if (bytes.length === 0) return { refused: 'That file is empty. Choose another one.' }
  // Loaded with the first file, so that a start does not wait for it.
  const { fileTypeFromBuffer } = await import('file-type')
  const found = (await fileTypeFromBuffer(bytes))?.mime
  const words = found ? null : asWords(bytes)
  const type = found ?? (words === null ? 'application/octet-stream' : 'text/plain')
  const lie = saidOf(given).find((said) => family(said) !== family(type))
  if (lie && (isAllowed(type) || isAllowed(lie))) return { refused: `That file says it is ${called(lie)}, and inside it is ${called(type)}. Belay keeps only what is what it says.${howTo(type)}` }
  if (!isAllowed(type)) return { refused: `That is ${called(type)}, which Belay cannot take.${howTo(type)} ${allowedInWords}` }
  if (bytes.length > allowed[type].most) return { refused: type.startsWith('image/') ? tooBig : `That is ${called(type)} with ${sayBytes(bytes.length)}. ${allowedInWords}` }
  if (type === 'text/plain') return words ? { type, bytes: Buffer.from(words), width: null, height: null } : { refused: 'There are no words in that file. Choose another one.' }
  if (type === 'application/pdf') {
    const made = await inTurn(() => cleanPdf(bytes))
    if ('bytes' in made) return made.bytes.length <= 12_000_000 ? { type, bytes: made.bytes, width: null, height: null } : { refused: tooBig }
    if (made.refused === 'locked') return { refused: 'That PDF is locked with a password. Save it without one, then choose it again.' }
    if (made.refused === 'active') return { refused: 'That PDF does something when it is opened, or has another file in it. Print it to a new PDF, then choose that.' }
    return { refused: 'That PDF cannot be read. Save or print it as a PDF again, or take a photo of the page.' }
  }
  const photo = await inTurn(() => cleanPhoto(bytes))
  return photo ? { type: 'image/jpeg', ...photo } : { refused: 'That photo cannot be opened: it may be broken, or far too large. Take a new one, or choose a smaller one.' }
}
