import { isSomebodyElses, writtenBy } from '#app/http/written-by.ts'

/** Something on its way to the server: which door of the unit, and the fields of its form. */
export type Parcel = { to: 'answers' | 'place' | 'finish'; fields: [string, string][] }
export type Outcome = { is: 'kept' } | { is: 'lost' } | { is: 'signed-out' } | { is: 'somebody-else' } | { is: 'refused'; message: string }

/**
 * Posts a form quietly. Not through the router: to it a lost connection is an error page, and here it is an everyday thing. A redirect can
 * only be the way to the sign-in page: what asks for no page is answered in place.
 */
export async function post(at: string, personId: string, { to, fields }: Parcel): Promise<Outcome> {
  try {
    const response = await fetch(`${at}/${to}`, { method: 'POST', headers: writtenBy(personId), body: new URLSearchParams(fields), redirect: 'manual' })
    if (response.type === 'opaqueredirect' || response.status === 401) return { is: 'signed-out' }
    if (isSomebodyElses(response)) return { is: 'somebody-else' }
    if (response.ok) return { is: 'kept' }
    // A server that is restarting or overrun has not said no.
    if (response.status >= 500 || response.status === 429) return { is: 'lost' }
    const said: unknown = await response.json().catch(() => null)
    const message = said && typeof said === 'object' && 'message' in said && typeof said.message === 'string' ? said.message : 'That could not be kept. Open the page again and answer once more.'
    return { is: 'refused', message }
  } catch {
    return { is: 'lost' }
  }
}
