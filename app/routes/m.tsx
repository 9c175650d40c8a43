import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { findVisit } from '#modules/mentoring/find-visit.server.ts'
import { letMenteeIn } from '#modules/mentoring/let-mentee-in.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { setVisit, visitOf } from '#app/http/visit.server.ts'
import { VisitFrame } from '#app/mentee/visit-frame.tsx'
import { VisitPage } from '#app/mentee/visit-page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { SafeLine } from '#app/ui/safe-line.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta: MetaFunction = () => [{ title: 'Belay' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const visit = await visitOf(request)
  return { visit: visit && { ...(await asPage(findVisit(visit.visitor))), expiresAt: visit.expiresAt }, isFinished: new URL(request.url).searchParams.has('finished') }
}

/** The code opens a visit on this device. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const outcome = await asForm(form, () => letMenteeIn({ code: fields(form).visiting ?? '' }, context))
  return 'refused' in outcome ? outcome.refused : redirect('/m', { headers: { 'Set-Cookie': await setVisit(outcome.done.token) } })
}

export default function MenteePage() {
  const { visit, isFinished } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  if (visit) return <VisitFrame><VisitPage visit={visit} /></VisitFrame>
  return (
    <VisitFrame>
      <PageTitle>{isFinished ? 'Bye for now' : 'Hello'}</PageTitle>
      {isFinished && <Note tone="rope"><span role="status">Your page is closed on this device.</span></Note>}
      <Sheet>
        <Problem message={refusal?.message} />
        <Form method="post" className="visit-code">
          <Field label="Type your code" hint="Your youth worker gave it to you. Big or small letters, both are fine." problem={refusal?.fields.code}>
            <input name="visiting" required maxLength={40} autoCapitalize="characters" autoComplete="off" spellCheck={false} />
          </Field>
          <Button type="submit">Open my page</Button>
        </Form>
      </Sheet>
      <SafeLine />
    </VisitFrame>
  )
}
