import { data, redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { beginSchoolSignIn, SchoolErrand } from '#modules/identity/begin-school-sign-in.server.ts'
import { invitationOf } from '#app/http/invitation.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { setWay } from '#app/http/school-way.server.ts'
import { ownPath, requireRecentProof, requireStanding } from '#app/http/session.server.ts'

/**
 * Leaves for the school's own sign-in. A link, not a form: browsers do not let a form be sent on to another site (`form-action 'self'`).
 * To link an account or to prove again it must be one of our own pages that asks.
 */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const providerId = z.uuid().safeParse(params.providerId)
  const errand = SchoolErrand.catch('sign-in').parse(searchParams.get('errand') ?? 'sign-in')
  if (!providerId.success) throw data({ message: 'Belay does not know that sign-in.' }, { status: 404 })
  const isPersonal = errand === 'link' || errand === 'prove'
  if (isPersonal && request.headers.get('sec-fetch-site') !== 'same-origin') throw data({ message: 'Open this from your account page.' }, { status: 403 })
  const standing = errand === 'link' ? await requireRecentProof(context, request, { always: true }) : errand === 'prove' ? await requireStanding(context, request) : null
  const { ceremonyId, to } = await asPage(beginSchoolSignIn(providerId.data, {
    errand, viewer: standing?.viewer, isShared: searchParams.get('shared') === 'yes', next: ownPath(searchParams.get('next')), invitation: errand === 'invitation' ? (await invitationOf(request)) ?? '' : '',
  }, context))
  return redirect(to, { headers: { 'Set-Cookie': await setWay(ceremonyId) } })
}

// A refusal is a page, not a line of JSON.
export { default } from '#app/ui/never-drawn.tsx'
