import { allowed, isAllowed, type Allowed } from '../file-kinds.ts'

const calls: Record<string, string> = {
  'image/heic': 'an iPhone’s own kind of photo (HEIC)', 'image/heif': 'an iPhone’s own kind of photo (HEIC)', 'image/heic-sequence': 'an iPhone’s own kind of photo (HEIC)', 'image/avif': 'a picture (AVIF)', 'image/gif': 'a moving picture (GIF)', 'image/tiff': 'a picture (TIFF)',
  'video/3gpp': 'a phone’s own kind of recording (3GP)', 'video/3gpp2': 'a phone’s own kind of recording (3GP)', 'audio/amr': 'a phone’s own kind of recording (AMR)',
  'application/zip': 'a ZIP file', 'application/x-msdownload': 'a program', 'application/x-elf': 'a program', 'application/x-cfb': 'an old Word or Office file', 'application/xml': 'a web page or a drawing (SVG)', 'application/rtf': 'a Rich Text file', 'text/html': 'a web page',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'a Word file', 'application/vnd.oasis.opendocument.text': 'an OpenDocument text',
}
/** How a kind of file is called. */
export const called = (type: string): string => (isAllowed(type) ? allowed[type].says : calls[type] ?? (type.startsWith('video/') && !/3gpp/.test(type) ? 'a video' : type.startsWith('audio/') ? 'a kind of sound' : 'another kind of file'))
/** What to do instead. */
export const howTo = (type: string): string => (/heic|heif/.test(type) ? ' On the iPhone, choose the photo here again from “Photo Library”, or set Settings, Camera, Formats to “Most Compatible” and take a new one.'
  : /word|opendocument|cfb|rtf/.test(type) ? ' Save it as a PDF, then choose that.' : type.startsWith('video/') && !/3gpp/.test(type) ? ' Take a photo of the moment, record only the sound, or write down what it shows.' : /^(audio|video)\//.test(type) ? ' Record it here, or save it as M4A or MP3, then choose that.' : '')

/** Boxes that hold sound alone as well as films: which it is, is seen when they are opened. */
const boxes: Record<string, Allowed> = {
  'audio/x-m4a': 'audio/mp4', 'video/mp4': 'audio/mp4', 'video/x-m4v': 'audio/mp4', 'video/quicktime': 'audio/mp4', 'audio/aac': 'audio/mp4', 'video/webm': 'audio/webm', 'video/matroska': 'audio/webm',
  'audio/ogg; codecs=opus': 'audio/ogg', 'video/ogg': 'audio/ogg', 'application/ogg': 'audio/ogg', 'audio/vnd.wave': 'audio/wav',
}
/** What its bytes say it is, as one of the kinds that are taken, if it is one. */
export const kindOf = (found: string): string => boxes[found] ?? found

const family = (type: string) => /^image\//.exec(type)?.[0] ?? (/^(audio|video)\//.test(type) || boxes[type] ? 'sound' : /^text\/(?!html)/.test(type) ? 'text/plain' : type)
const endings: Record<string, Allowed> = {
  jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', pdf: 'application/pdf', txt: 'text/plain', md: 'text/plain', csv: 'text/plain',
  m4a: 'audio/mp4', mp4: 'audio/mp4', aac: 'audio/mp4', mp3: 'audio/mpeg', wav: 'audio/wav', ogg: 'audio/ogg', oga: 'audio/ogg', opus: 'audio/ogg', webm: 'audio/webm',
}

type Said = { saidType: string; name: string }
/** What a file says of itself: by its name, or by what the browser made of it. A browser that does not know says octet-stream, which says nothing. */
const saidOf = ({ saidType, name }: Said): string[] =>
  [endings[/\.(\w+)$/.exec(name.toLowerCase())?.[1] ?? ''], saidType === 'application/octet-stream' ? undefined : saidType.split(';')[0]!.trim().toLowerCase()].filter((one): one is string => Boolean(one))

/** What it says of itself that is not so. */
export const lieOf = (given: Said, type: string): string | undefined => saidOf(given).find((one) => family(one) !== family(type))
export const saysWords = (given: Said): boolean => saidOf(given).some((one) => family(one) === 'text/plain')
