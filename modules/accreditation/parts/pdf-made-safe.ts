import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream, type PDFObject } from '@cantoo/pdf-lib'
import { withoutMetadata } from './jpeg-without-metadata.ts'

// Runs in a process of its own (clean-alone.server.ts), which may read nothing but this program: a PDF is somebody else's program, and its reader may hang on it.

/** What a PDF holds that does something when it is opened, or carries another file with it. */
const active = new Set(['JS', 'JavaScript', 'Launch', 'EmbeddedFile', 'EmbeddedFiles', 'EF', 'RichMedia', 'RichMediaContent', 'XFA', 'SubmitForm', 'ImportData', 'GoToR', 'GoToE', 'Rendition', 'Sound', 'Movie', '3D'])
/** What it says of who made it, when, and with what; and where it should open at, which no reader misses. */
const leftOut = ['Metadata', 'PieceInfo', 'LastModified', 'Thumb', 'OpenAction', 'AA']

const nameOf = (object: PDFObject | undefined) => (object instanceof PDFName ? object.decodeText() : undefined)

const pictures = new Set(['DCTDecode', 'DCT', 'JPXDecode'])
function filtersOf({ dict }: PDFStream): string[] {
  const given = dict.lookup(PDFName.of('Filter'))
  return (given instanceof PDFArray ? given.asArray() : [given]).flatMap((one) => nameOf(one) ?? [])
}

/** Every dictionary in an object, however deep; never round in a ring, because a reference is not followed. */
function* dictionariesIn(object: PDFObject): Generator<PDFDict> {
  if (object instanceof PDFStream) yield* dictionariesIn(object.dict)
  else if (object instanceof PDFArray) for (const one of object.asArray()) yield* dictionariesIn(one)
  else if (object instanceof PDFDict) {
    yield object
    for (const [, value] of object.entries()) yield* dictionariesIn(value)
  }
}

export type Made = { bytes: Uint8Array } | { refused: 'locked' | 'active' | 'broken' }

/** A PDF without what it says of its maker, and refused where it would do anything but be read. */
export async function madeSafe(given: Uint8Array): Promise<Made> {
  let pdf: PDFDocument
  try {
    pdf = await PDFDocument.load(given, { updateMetadata: false, throwOnInvalidObject: true })
    if (pdf.getPageCount() < 1) return { refused: 'broken' }
  } catch (error) {
    return { refused: /encrypt/i.test(String(error)) ? 'locked' : 'broken' }
  }
  for (const [reference, object] of pdf.context.enumerateIndirectObjects()) {
    for (const dictionary of dictionariesIn(object)) {
      for (const [key, value] of dictionary.entries()) if (active.has(nameOf(key)!) || (['S', 'Subtype', 'Type'].includes(nameOf(key)!) && active.has(nameOf(value) ?? ''))) return { refused: 'active' }
      for (const key of leftOut) dictionary.delete(PDFName.of(key))
    }
    if (!(object instanceof PDFStream)) continue
    if (nameOf(object.dict.get(PDFName.of('Type'))) === 'Metadata') pdf.context.delete(reference)
    const filters = filtersOf(object)
    if (!filters.some((filter) => pictures.has(filter))) continue
    // A photo in a PDF is often the file as the phone wrote it, with the place in it. One wrapped up in more than that is not looked into.
    const picture = object instanceof PDFRawStream && filters.join() === 'DCTDecode' ? withoutMetadata(object.contents) : null
    if (!picture) return { refused: 'broken' }
    pdf.context.assign(reference, PDFRawStream.of(object.dict, picture))
  }
  const { Info } = pdf.context.trailerInfo
  if (Info && 'objectNumber' in Info) pdf.context.delete(Info as never)
  pdf.context.trailerInfo.Info = undefined
  pdf.context.trailerInfo.ID = undefined
  return { bytes: await pdf.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false }) }
}
