import { allowed, allowedInWords, isAllowed, isSound, mostSeconds, sayBytes, tooBig } from '../file-kinds.ts'
import { cleanAlone } from './clean-alone.server.ts'
import { cleanPhoto } from './clean-photo.server.ts'
import { inTurn } from './in-turn.server.ts'
import { called, howTo, kindOf, lieOf, saysWords } from './kind-of-file.ts'
import type { Made } from './pdf-made-safe.ts'
import type { SoundSaid, SoundType } from './sound-anew.ts'

export type Clean = { type: 'image/jpeg' | 'application/pdf' | 'text/plain' | SoundType; bytes: Uint8Array; width?: number; height?: number; seconds?: number }
type Given = { bytes: Uint8Array; /** What the browser, or the name, said it was. */ saidType: string; name: string }
type Cleaned = Clean | { refused: string }

/** The most that is kept of a recording; and of anything else, in bytes. The table says it too. */
const mostKept = { sound: 20_000_000, other: 12_000_000 }

/** A mark at the beginning says that every letter has two bytes, as Windows' Notepad writes “Unicode”. */
const wide = (bytes: Uint8Array): string | undefined => ({ fffe: 'utf-16le', feff: 'utf-16be' })[Buffer.from(bytes.subarray(0, 2)).toString('hex')]

/** Words in UTF-8, or in UTF-16 that says so, and nothing else; or null. */
function asWords(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(wide(bytes) ?? 'utf-8', { fatal: true }).decode(bytes)
    return /\p{Cc}/u.test(text.replaceAll(/[\n\r\t\f]/g, '')) ? null : text.replaceAll('\r\n', '\n').trim()
  } catch {
    return null
  }
}

/**
 * Makes a file safe to keep and to show: what it is, its bytes say, and not its name; what is not allowed, or says that it is something else, is refused in words.
 * A photo is drawn anew, a PDF loses what it says of its maker, a recording is moved into a new container, text is only letters.
 */
export async function cleanFile(given: Given): Promise<Cleaned> {
  const { bytes } = given
  if (bytes.length === 0) return { refused: 'That file is empty. Choose another one.' }
  // Loaded with the first file, so that a start does not wait for it.
  const { fileTypeFromBuffer } = await import('file-type')
  // Two bytes a letter look like the beginning of a sound.
  const widely = saysWords(given) && wide(bytes) ? asWords(bytes) : null
  const found = widely === null ? (await fileTypeFromBuffer(bytes))?.mime : undefined
  const words = widely ?? (found ? null : asWords(bytes))
  const type = kindOf(found ?? (words === null ? 'application/octet-stream' : 'text/plain'))
  if (saysWords(given) && !found && words === null) return { refused: 'Those words are written in an old way that Belay cannot read. Save the file again as “UTF-8”, or put the words into the box and leave the file out.' }
  const lie = lieOf(given, type)
  if (lie && (isAllowed(type) || isAllowed(lie))) return { refused: `That file says it is ${called(lie)}, and inside it is ${called(type)}. Belay keeps only what is what it says.${howTo(type)}` }
  if (!isAllowed(type)) return notTaken(type)
  if (bytes.length > allowed[type].most) return { refused: type.startsWith('image/') ? tooBig : `That is ${found?.startsWith('video/') ? 'a video or a recording' : called(type)} with ${sayBytes(bytes.length)}. ${allowedInWords}` }
  if (type === 'text/plain') return words ? { type, bytes: Buffer.from(words) } : { refused: 'There are no words in that file. Choose another one.' }
  return inTurn(() => (type === 'application/pdf' ? cleanPdf(bytes) : isSound(type) ? cleanSound(bytes) : cleanedPhoto(bytes)))
}

const notTaken = (type: string) => ({ refused: `That is ${called(type)}, which Belay cannot take.${howTo(type)} ${allowedInWords}` })

async function cleanedPhoto(bytes: Uint8Array): Promise<Cleaned> {
  const photo = await cleanPhoto(bytes)
  return photo ? { type: 'image/jpeg', ...photo } : { refused: 'That photo cannot be opened: it may be broken, or far too large. Take a new one, or choose a smaller one.' }
}

async function cleanPdf(bytes: Uint8Array): Promise<Cleaned> {
  const made = await cleanAlone<'safe' | Extract<Made, { refused: string }>['refused']>('clean-pdf-alone.ts', bytes)
  if (made?.said === 'safe') return made.bytes.length <= mostKept.other ? { type: 'application/pdf', bytes: made.bytes } : { refused: tooBig }
  if (made?.said === 'locked') return { refused: 'That PDF is locked with a password. Save it without one, then choose it again.' }
  if (made?.said === 'active') return { refused: 'That PDF does something when it is opened, or has another file in it. Print it to a new PDF, then choose that.' }
  return { refused: 'That PDF cannot be read. Save or print it as a PDF again, or take a photo of the page.' }
}

async function cleanSound(bytes: Uint8Array): Promise<Cleaned> {
  const made = await cleanAlone<SoundSaid>('clean-sound-alone.ts', bytes)
  const said = made?.said ?? 'broken'
  if (typeof said === 'object') return made!.bytes.length <= mostKept.sound ? { ...said, bytes: made!.bytes } : { refused: tooBig }
  if (said === 'film') return notTaken('video/mp4')
  if (said === 'unknown') return notTaken('audio/unknown')
  if (said === 'long') return { refused: `That recording is longer than ${mostSeconds / 60} minutes. Cut it, or record the part that shows it best.` }
  return { refused: 'That recording cannot be opened: it may be broken. Record it again, or choose another one.' }
}
