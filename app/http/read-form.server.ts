import { data } from '@remix-run/node'
import { onlyTheirOwn } from './whose-form.server.ts'

/** The fields of a form. A body that is no form is refused in words; one that is too large never gets past the edge. */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) throw data({ message: 'Belay did not get a form.' }, { status: 415 })
  const form = await request.formData().catch(() => null)
  if (!form) throw data({ message: 'The form arrived broken. Go back: what you wrote is still there. Then send it again.' }, { status: 400 })
  return onlyTheirOwn(request, form)
}

/**
 * The fields as plain text by name, for zod. Of fields sent twice the last one counts; files are left out. No keyboard writes the letter
 * nought, and Postgres takes none in a text.
 */
export const fields = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string').map(([name, text]) => [name, text.replaceAll('\0', '')]))
