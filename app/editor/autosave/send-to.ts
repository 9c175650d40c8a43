import { isSomebodyElses, writtenBy } from '#app/http/written-by.ts'
import { draftsWork } from '#app/drafts/drafts.ts'
import type { Answer, Save } from './keeper.ts'

/** What browsers send at most once a page is gone, in bytes. Longer texts go the ordinary way, and stay on the device until they are there. */
const mostOnLeaving = 60_000

/** How long an answer may take, in milliseconds, before it is tried again: a phone with a dead signal never says so. */
const patience = 15_000

/** Sends saves to an address. Also while the page is being left: then the browser finishes sending after it has gone. */
export const sendTo = (address: string, personId: string, more: Record<string, string>) => async ({ writingId, step, revision, body }: Save): Promise<Answer> => {
  const form = new URLSearchParams({ ...more, writingId, step: String(step), revision: String(revision), body: JSON.stringify(body) })
  const response = await fetch(address, {
    method: 'POST', body: form, headers: { Accept: 'application/json', ...writtenBy(personId), ...(draftsWork() ? { 'X-Kept': 'device' } : {}) }, redirect: 'manual', signal: AbortSignal.timeout(patience), keepalive: form.toString().length < mostOnLeaving,
  })
  // The way to the sign-in page. It is not followed: this page stays, with the words on it.
  if (response.type === 'opaqueredirect' || response.status === 401) return { state: 'signed-out' }
  if (isSomebodyElses(response)) return { state: 'somebody-else' }
  if (response.ok) return (await response.json()) as Answer
  if (response.status < 500 && response.status !== 408 && response.status !== 429) return { state: 'refused', message: await messageOf(response) }
  return { state: 'unreachable' }
}

async function messageOf(response: Response): Promise<string> {
  const said: unknown = await response.json().catch(() => null)
  const message = said && typeof said === 'object' && 'message' in said ? said.message : null
  return typeof message === 'string' ? message : 'Belay could not take this. Your words are still here.'
}
