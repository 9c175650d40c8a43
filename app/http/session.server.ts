import { redirect, type AppLoadContext } from '@remix-run/node'
import { now } from '#modules/clock.ts'
import type { Viewer } from '#modules/db/viewer.ts'
import { endSession } from '#modules/identity/end-session.server.ts'
import { isInSafeguarding, isRecent } from '#modules/identity/limits.ts'
import { lookUpSession, type Standing } from '#modules/identity/look-up-session.server.ts'
import { ownCookie } from './cookies.server.ts'
import { keepForTheWriter, keepWhatWasSent, keptFormArrived } from './kept-form.server.ts'
import { sentBy } from './whose-form.server.ts'
import { notTheirs, writtenByHeader } from './written-by.ts'

export type { Standing }

/** The session's token, and for an hour after it ended the token it was: of no use but to say whose words a late form carries. */
const sessionCookie = () => ownCookie('belay')
const lastCookie = () => ownCookie('belay-last', 3600)

/** Who holds this cookie, and how they stand: signed in, locked after a pause, or short of a second factor. */
export async function standingOf(cookies: string): Promise<Standing | null> {
  const token = await tokenOf(cookies)
  return token ? lookUpSession(token) : null
}

export const tokenOf = (cookies: string): Promise<string | null> => sessionCookie().read(cookies)

export const setSession = (token: string) => sessionCookie().set(token)

/**
 * Somebody has just signed in here. The session this browser held before, theirs or another's, ends: nobody would ever sign out of it. Whose it was
 * is known for an hour, as after signing out: a page of theirs may still be open, and send what they wrote.
 */
export async function beginSession(request: Request, token: string): Promise<[string, string][]> {
  const before = await tokenOf(request.headers.get('cookie') ?? '')
  if (before) await endSession(before)
  return [['Set-Cookie', await setSession(token)], ...(before ? [['Set-Cookie', await lastCookie().set(before)] as [string, string]] : [])]
}

/** Takes the session's cookie away. */
export async function clearSession(request: Request): Promise<[string, string][]> {
  const token = await tokenOf(request.headers.get('cookie') ?? '')
  return [['Set-Cookie', await sessionCookie().clear()], ...(token ? [['Set-Cookie', await lastCookie().set(token)] as [string, string]] : [])]
}

/** Where to come back to: this page, or for a form the page it was on. Never another site. */
export function wayBack(request: Request): string {
  const own = new URL(request.url)
  const from = request.headers.get('referer')
  const url = request.method === 'GET' ? own : from && URL.canParse(from) && new URL(from).host === (request.headers.get('host') ?? own.host) ? new URL(from) : new URL('/', own)
  url.searchParams.delete('_routes')
  url.searchParams.delete('index')
  return ownPath(`${url.pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/')}${url.search}`)
}

/** The person asking, or the way to the sign-in page. Every loader and action that is not for everybody begins with this. */
export async function requireViewer(context: AppLoadContext, request: Request): Promise<Viewer> {
  return (await requireStanding(context, request)).viewer
}

/** The same, with how they stand. What a form carried is kept for them while they sign in or unlock. */
export async function requireStanding(context: AppLoadContext, request: Request): Promise<Standing> {
  const standing = await context.standing()
  if (!standing) throw await toTheDoor('/sign-in', context, request)
  const { viewer } = standing
  const writtenById = request.headers.get(writtenByHeader)
  if (writtenById && writtenById !== viewer.id) throw Response.json({ message: 'Somebody else is signed in here now, so this was not sent.' }, { status: notTheirs })
  if (standing.state !== 'signed-in') throw await toTheDoor(standing.state === 'locked' ? '/unlock' : '/second-factor', context, request)
  if (request.method === 'POST') {
    sentBy(request, viewer.id, (form, writer) => toWhoIsHere(context, request, form, writer))
    await keptFormArrived(viewer, request)
  }
  return standing
}

/** A page of somebody who was signed in here before sent its form with this session: it is kept for them if that can be known, and says so to whoever is here. */
async function toWhoIsHere(context: AppLoadContext, request: Request, form: FormData, writtenById: string) {
  const kept = await keepForTheWriter(request, form, { token: await lastCookie().read(request.headers.get('cookie')), writtenById, from: context.address })
  return redirect(kept ? '/somebody-else?kept=yes' : '/somebody-else', kept ? { headers: { 'Set-Cookie': kept } } : undefined)
}

/** Somebody who has signed in and is still short of their second factor, or of unlocking: for the pages that ask for it, and no others. */
export async function requireHalfway(context: AppLoadContext, request: Request): Promise<Standing> {
  const standing = await context.standing()
  if (!standing) throw await toTheDoor('/sign-in', context, request)
  return standing
}

/**
 * For the safeguarding area: leads, deputies and heads have shown within a quarter of an hour that it is them. `always` asks it of
 * everybody: for ways to sign in.
 */
export async function requireRecentProof(context: AppLoadContext, request: Request, { always = false } = {}): Promise<Standing> {
  const standing = await requireStanding(context, request)
  const asks = always || isInSafeguarding(standing.viewer.memberships.map(({ role }) => role))
  if (asks && !isRecent(standing.steppedUpAt, now())) throw await toTheDoor('/step-up', context, request)
  return standing
}

async function toTheDoor(door: string, context: AppLoadContext, request: Request) {
  const cookies = request.headers.get('cookie') ?? ''
  const kept = await keepWhatWasSent(request, (await tokenOf(cookies)) ?? (await lastCookie().read(cookies)), context.address)
  return redirect(`${door}?next=${encodeURIComponent(wayBack(request))}`, kept ? { headers: { 'Set-Cookie': kept } } : undefined)
}

/**
 * A way back that was handed to us in a form or an address: kept only if it stays on this site. Read as a browser reads it, which leaves out
 * tabs and takes `\` for `/`; written as a header can carry it.
 */
export function ownPath(given: unknown): string {
  if (typeof given !== 'string' || !given.startsWith('/') || !URL.canParse(given, nowhere)) return '/'
  const { origin, pathname, search, hash } = new URL(given, nowhere)
  return origin === nowhere && !pathname.startsWith('//') && !/^\/(sign-in|unlock|second-factor|step-up|sending)\b/.test(pathname) ? `${pathname}${search}${hash}` : '/'
}

const nowhere = 'http://own.invalid'
