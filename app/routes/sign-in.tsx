import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { signIn } from '#modules/identity/sign-in.server.ts'
import { asForm, refuse } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { ownPath, setSession } from '#app/http/session.server.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const next = ownPath(new URL(request.url).searchParams.get('next'))
  if ((await context.standing())?.state === 'signed-in') throw redirect(next)
  return { next }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { username, password, isShared, next } = fields(form)
  const outcome = await asForm(form, () => signIn({ username: username ?? '', password: password ?? '', isShared: isShared === 'yes' }, { address: context.address, device: request.headers.get('user-agent') ?? 'a device' }))
  if ('refused' in outcome) return outcome.refused
  if (!outcome.done) return refuse(form, 400, 'That name and password do not go together. Check both and try again.')
  return redirect(ownPath(next), { headers: { 'Set-Cookie': await setSession(outcome.done.token) } })
}

export default function SignInPage() {
  const { next } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <main>
      <h1>Sign in</h1>
      {refusal && <p role="alert">{refusal.message}</p>}
      <Form method="post">
        <input type="hidden" name="next" value={next} />
        <label>Username <input name="username" autoComplete="username" required defaultValue={refusal?.said.username} /></label>
        <label>Password <input name="password" type="password" autoComplete="current-password" required /></label>
        <button>Sign in</button>
      </Form>
    </main>
  )
}
