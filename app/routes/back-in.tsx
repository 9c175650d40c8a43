import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { comeBackIn, findHelp } from '#modules/identity/come-back-in.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { beginSession } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import '#app/identity/identity.css'

export const meta: MetaFunction = () => [{ title: 'Come back in · Belay' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return { isIn: (await context.standing())?.state === 'signed-in' }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { helpCode, password, username, isShared } = fields(form)
  // First the code alone: nobody should choose a password and then hear that the code was wrong.
  if (password === undefined) {
    const outcome = await asForm(form, () => findHelp({ code: helpCode ?? '' }, context))
    return 'refused' in outcome ? outcome.refused : { code: helpCode ?? '', ...outcome.done }
  }
  const outcome = await asForm(form, () => comeBackIn({ code: helpCode ?? '', password, isShared: isShared === 'yes', ...(username ? { username } : {}) }, { address: context.address, device: request.headers.get('user-agent') ?? 'a device' }))
  return 'refused' in outcome ? outcome.refused : redirect('/', { headers: await beginSession(request, outcome.done.token) })
}

export default function BackInPage() {
  const { isIn } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = answer && 'message' in answer ? answer : undefined
  const fits = answer && 'code' in answer ? answer : null
  const isSecondStep = fits !== null || refusal?.said.step === 'password'
  const asksName = fits ? fits.username === null : refusal?.said.username !== undefined
  return (
    <Shell back={isIn ? { to: '/', label: 'Today' } : { to: '/sign-in', label: 'Sign in' }}>
      <PageTitle kicker={fits ? `Hello ${fits.name}` : undefined}>{isSecondStep ? 'Choose a new password' : 'Come back in'}</PageTitle>
      <Sheet>
        <Problem message={refusal?.message} />
        <Form method="post" className="door-form" key={isSecondStep ? 'second' : 'first'}>
          {isSecondStep ? (
            <>
              <input type="hidden" name="step" value="password" />
              {fits?.username && <p>You sign in as <b>{fits.username}</b>. Your old password, passkeys and codes stop working now.</p>}
              <Field label="Your code" problem={refusal?.fields.code}><input name="helpCode" required autoCapitalize="characters" autoComplete="off" spellCheck={false} defaultValue={fits?.code} /></Field>
              {asksName && <Field label="Choose a username" hint="You sign in with it. Small letters and digits. It need not be your real name." problem={refusal?.fields.username}><input name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} required minLength={3} maxLength={40} defaultValue={refusal?.said.username} /></Field>}
              <Field label="Your new password" hint="At least 12 letters. Three random words work well, like a small picture in your head." problem={refusal?.fields.password}><input name="password" type="password" autoComplete="new-password" required minLength={12} maxLength={200} /></Field>
              <Choice type="checkbox" name="isShared" value="yes" label="Other people use this device" hint="Then Belay signs you out after 15 quiet minutes." />
              <Button type="submit">Come back in</Button>
            </>
          ) : (
            <>
              <p>If you have lost every way to sign in, the adults who run your group can let you back in. They give you a code: twelve letters and digits, or six from each of two adults.</p>
              <Field label="The code" hint="Type both halves, one after the other. Capitals and dashes do not matter." problem={refusal?.fields.code}><input name="helpCode" required autoCapitalize="characters" autoComplete="off" spellCheck={false} /></Field>
              <Button type="submit">Go on</Button>
              <p className="soft small">No code yet? Ask your youth worker or your school’s coordinator. If you run a group yourself, ask the coordinator.</p>
            </>
          )}
        </Form>
      </Sheet>
    </Shell>
  )
}
