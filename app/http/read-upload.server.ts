import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import { data } from '@remix-run/node'
import { mostOfForm } from './uploads.ts'
import { readForm } from './read-form.server.ts'
import { onlyTheirOwn } from './whose-form.server.ts'

export type Upload = { form: FormData; /** What was chosen, if anything was and it was not too big. */ file: { bytes: Uint8Array; name: string; saidType: string } | null; isTooBig: boolean }

/**
 * A form with a file in it, read as it comes and never more of it held than `most`. What is too big is passed over, and the words come through.
 * With `most` nought only the words are wanted. Read by busboy: the framework's own reader stumbles over a file name with “;” or “=” in it.
 */
export async function readUpload(request: Request, most: number): Promise<Upload> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) return { form: await readForm(request), file: null, isTooBig: false }
  const upload = await readParts(request, type, most).catch(() => null)
  if (!upload) throw data({ message: 'The form arrived broken. Go back: what you wrote is still there. Then send it again.' }, { status: 400 })
  await onlyTheirOwn(request, upload.form)
  return upload
}

async function readParts(request: Request, type: string, most: number): Promise<Upload> {
  const form = new FormData()
  const upload: Omit<Upload, 'form'> = { file: null, isTooBig: false }
  let left = mostOfForm
  // Where nothing was chosen there is a type and no name.
  const isPartAFile = (_name: string | undefined, saidType: string | undefined, filename: string | undefined) => filename !== undefined || (saidType ?? 'text/plain') !== 'text/plain'
  const reader = Busboy({ headers: { 'content-type': type }, isPartAFile, limits: { fields: 300, files: 10, fieldSize: mostOfForm, fieldNameSize: 200, headerPairs: 20 } })
  reader.on('field', (name, words, isNameCut, isCut) => {
    const size = Buffer.byteLength(words)
    if (!isNameCut && !isCut && size <= left) form.append(name, words)
    left -= Math.min(left, size)
  })
  reader.on('file', (_name, parts, filename: string | undefined, _encoding, saidType) => {
    const chunks: Buffer[] = []
    let length = 0
    // The form ended inside it. Nobody listening would end the process.
    parts.on('error', (error) => reader.destroy(error))
    parts.on('data', (chunk: Buffer) => {
      length += chunk.length
      // Read on all the same: what follows it in the form are somebody's words, and a browser does not listen before it has sent everything.
      if (length <= most) chunks.push(chunk)
      else chunks.length = 0
    })
    parts.on('end', () => {
      if (length > most) upload.isTooBig = true
      else if (length > 0 || filename) upload.file ??= { bytes: Buffer.concat(chunks), name: filename ?? '', saidType }
    })
  })
  await pipeline(request.body ? Readable.fromWeb(request.body as NodeStream) : Readable.from([]), reader)
  return { form, ...upload }
}

const arriving = new Map<string, number>()

/** Reads it for somebody who has no more than two such forms on their way: what arrives is held in memory until it is looked at. */
export async function readUploadOf(personId: string, request: Request, most: number): Promise<Upload> {
  const already = arriving.get(personId) ?? 0
  if (already >= 2) throw data({ message: 'Two of your files are still arriving. Wait for them, then send this one.' }, { status: 429 })
  arriving.set(personId, already + 1)
  try {
    return await readUpload(request, most)
  } finally {
    const now = arriving.get(personId)! - 1
    if (now > 0) arriving.set(personId, now)
    else arriving.delete(personId)
  }
}
