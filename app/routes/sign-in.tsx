import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { demoPassword, demoPeople } from '#modules/identity/demo-people.ts'
import { signIn } from '#modules/identity/sign-in.server.ts'
import { isDemo } from '#modules/is-demo.server.ts'
import { asForm, refuse } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { ownPath, setSession } from '#app/http/session.server.ts'
import { DemoPeople } from '#app/identity/demo-people.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Sign in · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const next = ownPath(new URL(request.url).searchParams.get('next'))
  if ((await context.standing())?.state === 'signed-in') throw redirect(next)
  return { next, demo: isDemo() ? { people: demoPeople, password: demoPassword } : null }
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
  const { next, demo } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell aside={demo && <DemoPeople {...demo} />}>
      <PageTitle kicker="Good to see you">Sign in</PageTitle>
      <Problem message={refusal?.message} />
      <Sheet as="div">
        <Form method="post" className="stack">
          <input type="hidden" name="next" value={next} />
          <Field label="Username" hint="The name your school or club gave you."><input name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required defaultValue={refusal?.said.username} /></Field>
          <Field label="Password"><input name="password" type="password" autoComplete="current-password" required /></Field>
          <Button>Sign in</Button>
        </Form>
      </Sheet>
      <p className="small soft">Can you not get in? Ask your youth worker or coordinator: they can give you a new way in. <Link to="/account/look">Make the words larger</Link></p>
    </Shell>
  )
}
