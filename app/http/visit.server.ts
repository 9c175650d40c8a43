import { createCookie, data, type AppLoadContext } from '@remix-run/node'
import { now } from '#modules/clock.ts'
import type { Visitor } from '#modules/db/viewer.ts'
import { letMenteeIn } from '#modules/mentoring/let-mentee-in.server.ts'
import { lookUpVisit } from '#modules/mentoring/look-up-visit.server.ts'
import { settings } from '#modules/settings.server.ts'
import { fields } from './read-form.server.ts'
import { asForm, refuse } from './refusals.server.ts'
import { visitField } from './written-by.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    /** On whose visit the form of this request was sent, or on nobody's: its action knows, and its loaders would ask the cookie of before. */
    sentOn?: Visit | null
  }
}

const isSecure = () => settings().baseUrl.startsWith('https:')

/** The visit's token, in a cookie apart from anybody's session on the same device. It goes when the browser is closed. */
const visitCookie = () => createCookie(isSecure() ? '__Host-belay-visit' : 'belay-visit', { httpOnly: true, secure: isSecure(), sameSite: 'lax', path: '/' })

/** With it goes who is about to say something quietly: no address on a device that others use says so, and their code, once more, does not forget it. */
async function cookieOf(request: Request): Promise<{ token: string; quietFor?: string } | null> {
  const held: unknown = await visitCookie().parse(request.headers.get('cookie') ?? '')
  const [token, quietFor] = Array.isArray(held) ? held as unknown[] : [held]
  return typeof token === 'string' ? { token, ...(typeof quietFor === 'string' ? { quietFor } : {}) } : null
}

export const visitTokenOf = async (request: Request): Promise<string | null> => (await cookieOf(request))?.token ?? null

/** `leftMs`: how long it still lasts, said so that a device whose clock is wrong counts right. */
export type Visit = { visitor: Visitor; expiresAt: Date; leftMs: number; isQuiet: boolean }

/** The mentee visiting on this device, and until when; or nobody. */
export async function visitOf(context: AppLoadContext, request: Request): Promise<Visit | null> {
  if (context.sentOn !== undefined) return context.sentOn
  const held = await cookieOf(request)
  return held && visitWith(held.token, held.quietFor)
}

async function visitWith(token: string, quietFor?: string): Promise<Visit | null> {
  const visit = await lookUpVisit(token)
  return visit && { ...visit, leftMs: visit.expiresAt.getTime() - now().getTime(), isQuiet: visit.visitor.menteeId === quietFor }
}

export const setVisit = (token: string, { quietFor }: { quietFor?: string } = {}) => visitCookie().serialize(quietFor ? [token, quietFor] : token)
export const clearVisit = () => visitCookie().serialize('', { maxAge: 0 })

/** A form that came when its visit was over: what it carried, in the page that asks for the code, and nowhere else. */
export type AskedForCode = { kept: [name: string, value: string][]; message?: string; problem?: string }
/** `refused`: a form that does not say on whose visit it was drawn. */
type Sent = { visitor: Visitor; headers: Record<string, string>; refused?: ReturnType<typeof refuse> } | { asked: ReturnType<typeof data<AskedForCode>> }

/**
 * The mentee who sends this form: whose visit it is, if that is who it was drawn for; or who shows now, with their code, that they are. Otherwise
 * the form comes back with the question for the code. Nothing of it is kept on a device that others use.
 */
export async function visitorSending(context: AppLoadContext, request: Request, form: FormData): Promise<Sent> {
  const { [visitField]: menteeId, visiting } = fields(form)
  const kept = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[0] !== 'visiting')
  form.delete(visitField)
  form.delete('visiting')
  context.sentOn = null
  const held = await cookieOf(request)
  let token = held?.token
  if (visiting !== undefined) {
    const outcome = await asForm(form, () => letMenteeIn({ code: visiting, ...(menteeId ? { menteeId } : {}) }, context))
    if ('refused' in outcome) return { asked: data({ kept, message: outcome.refused.data.message, problem: outcome.refused.data.fields.code }, outcome.refused.init ?? undefined) }
    token = outcome.done.token
  }
  const visit = token ? await visitWith(token, held?.quietFor) : null
  if (!token || !visit || (menteeId && menteeId !== visit.visitor.menteeId)) return { asked: data({ kept }, { status: 401 }) }
  context.sentOn = visit
  const { visitor, isQuiet } = visit
  return {
    visitor, headers: visiting === undefined ? {} : { 'Set-Cookie': await setVisit(token, isQuiet ? { quietFor: visitor.menteeId } : {}) },
    ...(form.has('id') && !menteeId ? { refused: refuse(form, 409, 'Belay could not tell whose page this was, so no adult has it yet. Everything you wrote is still here. If it is yours, send it again.') } : {}),
  }
}
