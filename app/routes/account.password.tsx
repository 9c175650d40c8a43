import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { changePassword } from '#modules/identity/change-password.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { AccountFrame } from '#app/identity/account-frame.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import '#app/identity/identity.css'

export const meta: MetaFunction = () => [{ title: 'Password · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  await requireRecentProof(context, request, { always: true })
  return null
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const form = await readForm(request)
  const { currentPassword, password } = fields(form)
  const outcome = await asForm(form, () => changePassword(viewer, { current: currentPassword ?? '', password: password ?? '' }, context))
  return 'refused' in outcome ? outcome.refused : data({ done: true as const })
}

export default function PasswordPage() {
  const answer = useActionData<typeof action>()
  const refusal = answer && 'message' in answer ? answer : undefined
  return (
    <AccountFrame title="Password">
      <Sheet>
        {answer && 'done' in answer && <div role="status"><Note tone="rope"><p>Your new password works from now. Everywhere else you were signed in, you are signed out.</p></Note></div>}
        <Problem message={refusal?.message} />
        <Form method="post" className="door-form" key={answer && 'done' in answer ? 'done' : 'open'}>
          <Field label="The password you have now" problem={refusal?.fields.current}><input name="currentPassword" type="password" autoComplete="current-password" required /></Field>
          <Field label="Your new password" hint="At least 12 letters. Three random words work well." problem={refusal?.fields.password}><input name="password" type="password" autoComplete="new-password" required minLength={12} maxLength={200} /></Field>
          <div><Button type="submit">Change it</Button></div>
        </Form>
      </Sheet>
    </AccountFrame>
  )
}
