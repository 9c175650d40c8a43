import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { beginAuthenticator } from '#modules/identity/begin-authenticator.server.ts'
import { confirmAuthenticator } from '#modules/identity/confirm-authenticator.server.ts'
import { lacksSecondFactor } from '#modules/identity/recent-proof.server.ts'
import { onceIn } from '#app/http/kept-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { ownPath, requireHalfway, setSession } from '#app/http/session.server.ts'
import { AuthenticatorSetUp } from '#app/identity/authenticator-set-up.tsx'
import { RecoveryCodes } from '#app/identity/recovery-codes.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Second factor · Belay' }]
// After the first code the answer holds the recovery codes, once: the page must not be read again and lose them.
export const shouldRevalidate = () => false

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer, state } = await requireHalfway(context, request)
  return { setUp: state === 'second-factor' && (await lacksSecondFactor(viewer)) ? await asPage(beginAuthenticator(viewer)) : null }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = await requireHalfway(context, request)
  const form = await readForm(request)
  const { code, next } = fields(form)
  const outcome = await asForm(form, () => confirmAuthenticator(viewer, { code: code ?? '' }, context))
  if ('refused' in outcome) return outcome.refused
  return data({ codes: outcome.done.codes, next: await onceIn(request, ownPath(next)) }, { headers: { 'Set-Cookie': await setSession(outcome.done.token) } })
}

export default function AuthenticatorStep() {
  const { setUp } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const done = answer && 'codes' in answer ? answer : null
  return (
    <Shell>
      <PageTitle>{done ? 'Your second factor works' : 'Set up a second factor'}</PageTitle>
      <Sheet>
        {done ? <RecoveryCodes codes={done.codes} next={done.next} label="I have them safe: go on" />
          : setUp ? <AuthenticatorSetUp action="/second-factor/authenticator" next="/" {...setUp} refusal={answer && 'message' in answer ? answer : undefined} />
          : <p>There is nothing left to do here. <Link to="/">Go on to Today</Link>.</p>}
      </Sheet>
    </Shell>
  )
}
