import { isSomebodyElses, writtenBy } from '#app/http/written-by.ts'
import { answersIn, type ConcernDraft } from './concern-drafts.ts'

export type Went = { went: 'handed-on' | 'at-the-door'; to: string } | { went: 'unsent' | 'asked' | 'signed-out' | 'somebody-else' }

/**
 * Sends one concern as the form would, and says where it went. `unsent`: no signal, or nobody answered; it is still here and may be sent again, because its id makes a
 * resend the same concern. `asked`: the server wants something first, such as a missing answer. `at-the-door`: their session is over, the door keeps it for them, and signing in comes first.
 * `signed-out`: it is over, and the door does not know whose it was. `somebody-else`: another person is signed in here by now, and it must not go under their name.
 * `isUnattended`: no page has it open, so there is nobody to ask whether it is the adult whose name was written: it has to reach somebody now. A form that is open never says so, for it asks.
 */
export async function sendConcern(personId: string, draft: ConcernDraft, { isUnattended = false } = {}): Promise<Went> {
  const { keptFrom, ...answers } = answersIn(draft)
  const body = new URLSearchParams(Object.entries({ id: draft.id, ...answers }).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  // After what was answered: where that says nothing of whom it turns out to be, nobody is asked again.
  if (isUnattended) body.append('ofThatName', 'unasked')
  for (const adultId of (keptFrom ?? '').split(',').filter(Boolean)) body.append('keptFrom', adultId)
  try {
    const response = await fetch('/worried/about', { method: 'POST', headers: writtenBy(personId), body, signal: AbortSignal.timeout(15_000) })
    if (isSomebodyElses(response)) return { went: 'somebody-else' }
    const { pathname, search } = new URL(response.url)
    if (response.ok && /^\/worried\/[0-9a-f-]{36}$/.test(pathname)) return { went: 'handed-on', to: `${pathname}${search}` }
    if (/^\/(sign-in|unlock|second-factor)$/.test(pathname)) return { went: 'at-the-door', to: `${pathname}${search}` }
    if (response.status === 401) return { went: 'signed-out' }
    return { went: response.status >= 500 || response.status === 429 ? 'unsent' : 'asked' }
  } catch {
    return { went: 'unsent' }
  }
}
