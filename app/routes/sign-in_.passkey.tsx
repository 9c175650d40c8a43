import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { signInWithPasskey } from '#modules/identity/sign-in-with-passkey.server.ts'
import { onceIn } from '#app/http/kept-form.server.ts'
import { asForm, refuse } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { beginSession, ownPath } from '#app/http/session.server.ts'
import { SignInForm } from '#app/identity/sign-in-form.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Shell } from '#app/ui/shell.tsx'


export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { ceremonyId, answer, isShared, next } = fields(form)
  const outcome = await asForm(form, () => signInWithPasskey({ ceremonyId: ceremonyId ?? '', answer: answer ?? '', isShared: isShared === 'yes' }, { address: context.address, device: request.headers.get('user-agent') ?? 'a device' }))
  if ('refused' in outcome) return outcome.refused
  if (!outcome.done) return refuse(form, 400, 'Belay does not know that passkey. Sign in with your name and password.')
  return redirect(await onceIn(request, ownPath(next)), { headers: await beginSession(request, outcome.done.token) })
}

export default function PasskeyRefused() {
  const refusal = useActionData<typeof action>()
  return <Shell><PageTitle>Sign in</PageTitle><SignInForm next="/" schools={[]} refusal={refusal} /></Shell>
}
