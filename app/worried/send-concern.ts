import { isSomebodyElses, writtenBy } from '#app/http/written-by.ts'

export type ConcernDraft = { id: string; who?: string; what?: string; danger?: string; isAboutAdult?: string; isAboutMentoring?: string; keptFrom?: string; aboutId?: string; aboutName?: string; isApart?: string; organisationId?: string; from?: string; answerId?: string; isToSend: boolean }

/**
 * Sends one concern as the form would, and says where it went. `unsent`: no signal, or nobody answered; it is still here and may be sent
 * again, because its id makes a resend the same concern. `asked`: the server wants something first (signing in, a missing answer).
 * `somebody-else`: another person is signed in here by now, and it must not go under their name.
 */
export async function sendConcern(personId: string, { isToSend: _, keptFrom, ...answers }: ConcernDraft): Promise<{ went: 'handed-on'; to: string } | { went: 'unsent' | 'asked' | 'somebody-else' }> {
  const body = new URLSearchParams(Object.entries(answers).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  for (const personId of (keptFrom ?? '').split(',').filter(Boolean)) body.append('keptFrom', personId)
  try {
    const response = await fetch('/worried/about', { method: 'POST', headers: writtenBy(personId), body, signal: AbortSignal.timeout(15_000) })
    if (isSomebodyElses(response)) return { went: 'somebody-else' }
    const { pathname, search } = new URL(response.url)
    if (response.ok && /^\/worried\/[0-9a-f-]{36}$/.test(pathname)) return { went: 'handed-on', to: `${pathname}${search}` }
    return { went: response.status >= 500 ? 'unsent' : 'asked' }
  } catch {
    return { went: 'unsent' }
  }
}
