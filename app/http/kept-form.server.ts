import { data } from '@remix-run/node'
import { z } from 'zod'
import type { Viewer } from '#modules/db/viewer.ts'
import { isTokenOf, keepForm } from '#modules/identity/keep-form.server.ts'
import { keptFormSent } from '#modules/identity/kept-forms.server.ts'
import { ownCookie } from './cookies.server.ts'
import { readUpload } from './read-upload.server.ts'
import { mostOfForm } from './uploads.ts'
import { writtenByField, writtenByHeader } from './written-by.ts'

const cookie = () => ownCookie('belay-kept', 3600)

/** Which forms this browser was sending when a session ended. Their ids only; whose they are the server knows. */
export async function keptIds(request: Request): Promise<string[]> {
  const text = await cookie().read(request.headers.get('cookie'))
  return (text ?? '').split('.').filter((id) => z.uuid().safeParse(id).success).slice(-5)
}

/** Keeps what this form carries for the person whose session it was. Gives back the cookie that leads to it, or nothing where nothing was written. */
export async function keepWhatWasSent(request: Request, token: string | null, from: string): Promise<string | null> {
  if (request.method !== 'POST' || !/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(request.headers.get('content-type') ?? '')) return null
  // What an address read before it asked who is there (which passkey is wanted) are not somebody's words.
  if (request.bodyUsed) return null
  const nobody = () => data({ message: 'You are signed out here, so that was not sent. Go back: what you wrote is still in the page. Sign in from another tab, then send it again.' }, { status: 401 })
  // A photo is not kept for anybody, only the words beside it; and it is not read past where there is nobody to keep them for.
  if (!token && Number(request.headers.get('content-length') ?? 0) > mostOfForm) throw nobody()
  const form = await readUpload(request, 0).then((upload) => upload.form, () => null)
  if (!form || !textsIn(form).some(([, value]) => value !== '')) return null
  // Without a token nobody knows whose words these are, and they must not reach whoever signs in next. Nor may they be kept for somebody who was signed in here after them.
  if (!token) throw nobody()
  const writtenById = form.get(writtenByField) ?? request.headers.get(writtenByHeader)
  if (typeof writtenById === 'string' && !(await isTokenOf(token, writtenById))) throw nobody()
  return keepFor(token, request, form, from)
}

/** Keeps a form that came with somebody else's session for whoever wrote it, where this browser still shows that it was theirs. */
export const keepForTheWriter = async (request: Request, form: FormData, { token, writtenById, from }: { token: string | null; writtenById: string; from: string }): Promise<string | null> =>
  token && (await isTokenOf(token, writtenById)) ? keepFor(token, request, form, from) : null

async function keepFor(token: string, request: Request, form: FormData, from: string): Promise<string | null> {
  const id = await keepForm(token, { address: addressOf(request), fields: textsIn(form), from })
  return id ? cookie().set([...(await keptIds(request)), id].slice(-5).join('.')) : null
}

const textsIn = (form: FormData) => [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')

/** A form that was kept has arrived: it is not offered again. */
export async function keptFormArrived(viewer: Viewer, request: Request): Promise<void> {
  const ids = await keptIds(request)
  if (ids.length > 0) await keptFormSent(viewer, ids, addressOf(request))
}

/** Where to go once somebody is in: first to what they were sending, if anything was kept. */
export const onceIn = async (request: Request, next: string): Promise<string> =>
  (await keptIds(request)).length > 0 ? `/sending?next=${encodeURIComponent(next)}` : next

function addressOf(request: Request): string {
  const { pathname, searchParams } = new URL(request.url)
  searchParams.delete('_routes')
  const search = searchParams.toString()
  return `${pathname.replace(/\.data$/, '')}${search ? `?${search}` : ''}`
}
