import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { beginAuthenticator } from '#modules/identity/begin-authenticator.server.ts'
import { confirmAuthenticator } from '#modules/identity/confirm-authenticator.server.ts'
import { signInMethods } from '#modules/identity/sign-in-methods.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { requireRecentProof, setSession } from '#app/http/session.server.ts'
import { AccountFrame } from '#app/identity/account-frame.tsx'
import { AuthenticatorSetUp } from '#app/identity/authenticator-set-up.tsx'
import { RecoveryCodes } from '#app/identity/recovery-codes.tsx'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Authenticator app · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const { authenticatorSince } = await signInMethods(viewer)
  return { since: authenticatorSince, setUp: authenticatorSince ? null : await asPage(beginAuthenticator(viewer)) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const form = await readForm(request)
  const outcome = await asForm(form, () => confirmAuthenticator(viewer, { code: fields(form).code ?? '' }, context))
  if ('refused' in outcome) return outcome.refused
  return data({ codes: outcome.done.codes }, { headers: { 'Set-Cookie': await setSession(outcome.done.token) } })
}

export default function AuthenticatorPage() {
  const { since, setUp } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const codes = answer && 'codes' in answer ? answer.codes : null
  return (
    <AccountFrame title="Authenticator app">
      <Sheet>
        {codes ? <RecoveryCodes codes={codes} next="/account" label="I have them safe" />
          : setUp ? <AuthenticatorSetUp action="/account/authenticator" next="/account" {...setUp} refusal={answer && 'message' in answer ? answer : undefined} />
          : since && (
            <>
              <p>In use since <When at={since} day within />. Belay asks for its six digits when you sign in with your password.</p>
              <Form method="post" action="/account/authenticator/removal"><Button type="submit" kind="plain">Stop using it</Button></Form>
            </>
          )}
      </Sheet>
    </AccountFrame>
  )
}
