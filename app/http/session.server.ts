import { createCookie, redirect, type AppLoadContext } from '@remix-run/node'
import type { Viewer } from '#modules/db/viewer.ts'
import { lookUpSession, type Standing } from '#modules/identity/look-up-session.server.ts'
import { settings } from '#modules/settings.server.ts'

export type { Standing }

const isSecure = () => settings().baseUrl.startsWith('https:')

/** The session's token. `__Host-` where the connection is secure: no other site of the host can set it. */
const sessionCookie = () => createCookie(isSecure() ? '__Host-belay' : 'belay', { httpOnly: true, secure: isSecure(), sameSite: 'lax', path: '/' })

/** Who holds this cookie, and how they stand: signed in, locked after a pause, or short of a second factor. */
export async function standingOf(cookies: string): Promise<Standing | null> {
  const token = await tokenOf(cookies)
  return token ? lookUpSession(token) : null
}

export async function tokenOf(cookies: string): Promise<string | null> {
  const token: unknown = await sessionCookie().parse(cookies)
  return typeof token === 'string' ? token : null
}

export const setSession = (token: string) => sessionCookie().serialize(token)
export const clearSession = () => sessionCookie().serialize('', { maxAge: 0 })

/** Where to come back to: this page, or for a form the page it was on. Never another site. */
export function wayBack(request: Request): string {
  const url = new URL(request.url)
  url.searchParams.delete('_routes')
  url.searchParams.delete('index')
  return request.method === 'GET' ? `${url.pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/')}${url.search}` : '/'
}

/** The person asking, or the way to the sign-in page. Every loader and action that is not for everybody begins with this. */
export async function requireViewer(context: AppLoadContext, request: Request): Promise<Viewer> {
  return (await requireStanding(context, request)).viewer
}

export async function requireStanding(context: AppLoadContext, request: Request): Promise<Standing> {
  const standing = await context.standing()
  if (!standing) throw redirect(`/sign-in?next=${encodeURIComponent(wayBack(request))}`)
  if (standing.state === 'locked') throw redirect(`/unlock?next=${encodeURIComponent(wayBack(request))}`)
  if (standing.state === 'second-factor') throw redirect(`/second-factor?next=${encodeURIComponent(wayBack(request))}`)
  return standing
}

/** A way back that was handed to us in a form or an address: kept only if it stays on this site. */
export const ownPath = (given: unknown): string =>
  typeof given === 'string' && /^\/(?![/\\])/.test(given) && !given.startsWith('/sign-in') ? given : '/'
