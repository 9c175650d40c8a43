import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { hasPasskey } from '#modules/identity/has-passkey.server.ts'
import { proveAgain, type Proof } from '#modules/identity/prove-again.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { setSession } from '#app/http/session.server.ts'

/** For the cover of a page that stays open beneath: what opens it. Nobody signed in: the page must go to the sign-in page. */
export async function loader({ context }: LoaderFunctionArgs) {
  const standing = await context.standing()
  return Response.json(standing ? { state: standing.state, provesWith: standing.provesWith, hasPasskey: await hasPasskey(standing.viewer) } : { state: 'out' })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const standing = await context.standing()
  if (!standing) return Response.json({ state: 'out' })
  const form = await readForm(request)
  const outcome = await asForm(form, () => proveAgain(standing, fields(form) as z.input<typeof Proof>, { address: context.address }))
  if ('refused' in outcome) return Response.json({ state: 'locked', message: outcome.refused.data.message })
  if (!outcome.done) return Response.json({ state: 'locked', message: 'That does not fit. Check it and try again.' })
  return Response.json({ state: 'signed-in' }, { headers: { 'Set-Cookie': await setSession(outcome.done.token) } })
}
