import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { beginAuthenticator } from '#modules/identity/begin-authenticator.server.ts'
import { hasPasskey } from '#modules/identity/has-passkey.server.ts'
import { lacksSecondFactor } from '#modules/identity/recent-proof.server.ts'
import { onceIn } from '#app/http/kept-form.server.ts'
import { prove } from '#app/http/prove.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { ownPath, requireHalfway } from '#app/http/session.server.ts'
import { AuthenticatorSetUp } from '#app/identity/authenticator-set-up.tsx'
import { NewPasskey } from '#app/identity/new-passkey.tsx'
import { ProveForm } from '#app/identity/prove-form.tsx'
import { SignOutForm } from '#app/identity/sign-out-form.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Second factor · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { state, viewer, provesWith } = await requireHalfway(context, request)
  const next = ownPath(new URL(request.url).searchParams.get('next'))
  if (state !== 'second-factor') throw redirect(state === 'locked' ? `/unlock?next=${encodeURIComponent(next)}` : await onceIn(request, next))
  const setUp = (await lacksSecondFactor(viewer)) ? await asPage(beginAuthenticator(viewer)) : null
  return { next, provesWith, personId: viewer.id, hasPasskey: await hasPasskey(viewer), setUp }
}

export async function action({ context, request }: ActionFunctionArgs) {
  return prove(await requireHalfway(context, request), context, request)
}

export default function SecondFactorPage() {
  const { next, provesWith, personId, hasPasskey: has, setUp } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell>
      <PageTitle kicker="One more step">{setUp ? 'Set up a second factor' : 'Show your second factor'}</PageTitle>
      {setUp ? (
        <>
          <p>Your role works with what young people trust you with, so a password alone is not enough. Choose one of these two; it takes a minute, once.</p>
          <Sheet><h2>With this device or a security key</h2><NewPasskey action="/second-factor/passkey" next={next} /></Sheet>
          <Sheet><h2>With an app on your phone</h2><AuthenticatorSetUp action="/second-factor/authenticator" next={next} {...setUp} /></Sheet>
        </>
      ) : <Sheet><ProveForm action="/second-factor" next={next} provesWith={provesWith} hasPasskey={has} refusal={refusal} verb="Go on" /></Sheet>}
      <SignOutForm personId={personId} />
    </Shell>
  )
}
