import { data, unstable_parseMultipartFormData as parseMultipart } from '@remix-run/node'
import { mostOfForm } from './uploads.ts'
import { readForm } from './read-form.server.ts'

export type Upload = { form: FormData; /** What was chosen, if anything was and it was not too big. */ file: { bytes: Uint8Array; name: string; saidType: string } | null; isTooBig: boolean }

async function collect(parts: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of parts) {
    length += chunk.length
    // Read on all the same: what follows it in the form are somebody's words, and a browser does not listen before it has sent everything.
    if (length <= most) chunks.push(chunk)
    else chunks.length = 0
  }
  return length <= most ? Buffer.concat(chunks) : null
}

/**
 * A form with a file in it, read as it comes and never more of it held than `most`. What is too big is passed over, and the words come through.
 * With `most` nought only the words are wanted.
 */
export async function readUpload(request: Request, most: number): Promise<Upload> {
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data')) return { form: await readForm(request), file: null, isTooBig: false }
  let left = mostOfForm
  const upload: Omit<Upload, 'form'> = { file: null, isTooBig: false }
  let form: FormData
  try {
    form = await parseMultipart(request, async ({ filename, contentType, data: parts }) => {
      // A field where nothing was chosen comes with a type and without a name; words come with neither.
      if (filename === undefined && !contentType) {
        const words = await collect(parts, left)
        left -= words?.length ?? left
        return words && new TextDecoder().decode(words)
      }
      const bytes = await collect(parts, most)
      if (!bytes) upload.isTooBig = true
      else if (bytes.length > 0 || filename) upload.file ??= { bytes, name: filename ?? '', saidType: contentType }
      return undefined
    })
  } catch {
    throw data({ message: 'The form arrived broken. Go back: what you wrote is still there. Then send it again.' }, { status: 400 })
  }
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
