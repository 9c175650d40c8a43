import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { findJoinCode, joinWithCode } from '#modules/identity/join-with-code.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { beginSession } from '#app/http/session.server.ts'
import { NewSignInFields } from '#app/identity/new-sign-in-fields.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Join · Belay' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return { isIn: (await context.standing())?.state === 'signed-in' }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const said = fields(form)
  const code = said.joining ?? ''
  // First the code alone: nobody should choose a name and a password and then hear that the code was wrong.
  if (!('username' in said)) {
    const outcome = await asForm(form, () => findJoinCode(code, context))
    return 'refused' in outcome ? outcome.refused : { code, place: outcome.done.place }
  }
  const outcome = await asForm(form, () => joinWithCode({
    code, name: said.name ?? '', fullName: said.fullName ?? '', username: said.username ?? '', password: said.password ?? '', isShared: said.isShared === 'yes',
  }, { address: context.address, device: request.headers.get('user-agent') ?? 'a device' }))
  return 'refused' in outcome ? outcome.refused : redirect('/', { headers: await beginSession(request, outcome.done.token) })
}

export default function JoinPage() {
  const { isIn } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = answer && 'message' in answer ? answer : undefined
  const fits = answer && 'place' in answer ? answer : null
  const isSecondStep = fits !== null || refusal?.said.username !== undefined
  return (
    <Shell back={isIn ? { to: '/', label: 'Today' } : { to: '/sign-in', label: 'Sign in' }}>
      <PageTitle kicker={fits?.place}>{isSecondStep ? 'Make your sign-in' : 'Join with a code'}</PageTitle>
      <Sheet>
        <Problem message={refusal?.message} />
        <Form method="post" className="door-form" key={isSecondStep ? 'second' : 'first'}>
          {isSecondStep ? (
            <>
              <Field label="Your code" problem={refusal?.fields.code}><input name="joining" required autoCapitalize="characters" autoComplete="off" defaultValue={fits?.code ?? refusal?.said.joining} /></Field>
              <NewSignInFields refusal={refusal} withFullName />
              <Choice type="checkbox" name="isShared" value="yes" label="Other people use this device" hint="Then Belay signs you out after 15 quiet minutes." />
              <Button type="submit">Join</Button>
            </>
          ) : (
            <>
              <p>Your trainer or youth worker has a code for your group. You do not need an email address.</p>
              <Field label="The code" hint="Eight letters and digits. Capitals and dashes do not matter." problem={refusal?.fields.code}><input name="joining" required autoCapitalize="characters" autoComplete="off" spellCheck={false} defaultValue={refusal?.said.joining} /></Field>
              <Button type="submit">Go on</Button>
            </>
          )}
        </Form>
      </Sheet>
    </Shell>
  )
}
