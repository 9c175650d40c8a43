import { redirect, type AppLoadContext } from '@remix-run/node'
import { proveAgain, type Proof } from '#modules/identity/prove-again.server.ts'
import type { z } from 'zod'
import { onceIn } from './kept-form.server.ts'
import { fields, readForm } from './read-form.server.ts'
import { asForm, refuse } from './refusals.server.ts'
import { ownPath, setSession, type Standing } from './session.server.ts'

/** The answer to "is it you?": at the second factor, at the lock and before the safeguarding area alike. */
export async function prove(standing: Standing, context: AppLoadContext, request: Request) {
  const form = await readForm(request)
  const { next, ...said } = fields(form)
  const outcome = await asForm(form, () => proveAgain(standing, said as z.input<typeof Proof>, { address: context.address }))
  if ('refused' in outcome) return outcome.refused
  if (!outcome.done) return refuse(form, 400, said.with === 'password' ? 'That is not your password. Check it and try again.' : said.with === 'passkey' ? 'That passkey does not fit here. Try another, or a code.' : 'That code does not work, or was used already. Wait for the next one and try that.')
  return redirect(await onceIn(request, ownPath(next)), { headers: { 'Set-Cookie': await setSession(outcome.done.token) } })
}
