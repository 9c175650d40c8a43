import { createCookie, data } from '@remix-run/node'
import type { Visitor } from '#modules/db/viewer.ts'
import { letMenteeIn } from '#modules/mentoring/let-mentee-in.server.ts'
import { lookUpVisit } from '#modules/mentoring/look-up-visit.server.ts'
import { settings } from '#modules/settings.server.ts'
import { fields } from './read-form.server.ts'
import { asForm } from './refusals.server.ts'
import { visitField } from './written-by.ts'

const isSecure = () => settings().baseUrl.startsWith('https:')

/** The visit's token, in a cookie apart from anybody's session on the same device. It goes when the browser is closed. */
const visitCookie = () => createCookie(isSecure() ? '__Host-belay-visit' : 'belay-visit', { httpOnly: true, secure: isSecure(), sameSite: 'lax', path: '/' })

/** With it goes whether they are about to say something quietly: no address on a device that others use says so. */
async function cookieOf(request: Request): Promise<{ token: string; isQuiet: boolean } | null> {
  const held: unknown = await visitCookie().parse(request.headers.get('cookie') ?? '')
  return typeof held === 'string' ? { token: held, isQuiet: false } : Array.isArray(held) && typeof held[0] === 'string' ? { token: held[0], isQuiet: true } : null
}

export const visitTokenOf = async (request: Request): Promise<string | null> => (await cookieOf(request))?.token ?? null

export type Visit = { visitor: Visitor; expiresAt: Date; isQuiet: boolean }

/** The mentee visiting on this device, and until when; or nobody. */
export async function visitOf(request: Request): Promise<Visit | null> {
  const held = await cookieOf(request)
  if (!held) return null
  const visit = await lookUpVisit(held.token)
  return visit && { ...visit, isQuiet: held.isQuiet }
}

export const setVisit = (token: string, { isQuiet = false } = {}) => visitCookie().serialize(isQuiet ? [token] : token)
export const clearVisit = () => visitCookie().serialize('', { maxAge: 0 })

/** A form that came when its visit was over: what it carried, in the page that asks for the code, and nowhere else. */
export type AskedForCode = { kept: [name: string, value: string][]; message?: string; problem?: string }
type Sent = { visitor: Visitor; headers: Record<string, string> } | { asked: ReturnType<typeof data<AskedForCode>> }

/**
 * The mentee who sends this form: whose visit it is, if that is who it was drawn for; or who shows now, with their code, that they are. Otherwise
 * the form comes back with the question for the code. Nothing of it is kept on a device that others use.
 */
export async function visitorSending(request: Request, form: FormData, from: { address: string }): Promise<Sent> {
  const { [visitField]: menteeId, visiting } = fields(form)
  const kept = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'visiting')
  form.delete(visitField)
  form.delete('visiting')
  if (visiting === undefined) {
    const visit = await visitOf(request)
    return visit && (!menteeId || menteeId === visit.visitor.menteeId) ? { visitor: visit.visitor, headers: {} } : { asked: data({ kept }, { status: 401 }) }
  }
  const outcome = await asForm(form, () => letMenteeIn({ code: visiting, ...(menteeId ? { menteeId } : {}) }, from))
  if ('refused' in outcome) return { asked: data({ kept, message: outcome.refused.data.message, problem: outcome.refused.data.fields.code }, outcome.refused.init ?? undefined) }
  const visit = await lookUpVisit(outcome.done.token)
  return { visitor: visit!.visitor, headers: { 'Set-Cookie': await setVisit(outcome.done.token) } }
}
