import { createCookie, redirect } from '@remix-run/node'
import type { Visitor } from '#modules/db/viewer.ts'
import { lookUpVisit } from '#modules/mentoring/look-up-visit.server.ts'
import { settings } from '#modules/settings.server.ts'

const isSecure = () => settings().baseUrl.startsWith('https:')

/** The visit's token, in a cookie apart from anybody's session on the same device. It goes when the browser is closed. */
const visitCookie = () => createCookie(isSecure() ? '__Host-belay-visit' : 'belay-visit', { httpOnly: true, secure: isSecure(), sameSite: 'lax', path: '/' })

export async function visitTokenOf(request: Request): Promise<string | null> {
  const token: unknown = await visitCookie().parse(request.headers.get('cookie') ?? '')
  return typeof token === 'string' ? token : null
}

/** The mentee visiting on this device, and until when; or nobody. */
export async function visitOf(request: Request): Promise<{ visitor: Visitor; expiresAt: Date } | null> {
  const token = await visitTokenOf(request)
  return token ? lookUpVisit(token) : null
}

/** The mentee visiting, or the way to the page that asks for the code. */
export async function requireVisitor(request: Request): Promise<Visitor> {
  const visit = await visitOf(request)
  if (!visit) throw redirect('/m')
  return visit.visitor
}

export const setVisit = (token: string) => visitCookie().serialize(token)
export const clearVisit = () => visitCookie().serialize('', { maxAge: 0 })
