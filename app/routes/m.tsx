import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findVisit } from '#modules/mentoring/find-visit.server.ts'
import { letMenteeIn } from '#modules/mentoring/let-mentee-in.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { setVisit, visitOf, visitTokenOf } from '#app/http/visit.server.ts'
import { CodeForm } from '#app/mentee/code-form.tsx'
import { VisitFrame } from '#app/mentee/visit-frame.tsx'
import { VisitOpen } from '#app/mentee/visit-open.tsx'
import { VisitPage } from '#app/mentee/visit-page.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { SafeLine } from '#app/ui/safe-line.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta: MetaFunction = () => [{ title: 'Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = await visitOf(context, request)
  const shown = { visit: visit && { ...(await asPage(findVisit(visit.visitor))), expiresAt: visit.expiresAt, leftMs: visit.leftMs }, isFinished: new URL(request.url).searchParams.has('finished') }
  // Back here, nothing is about to be said any more.
  return data(shown, visit?.isQuiet ? { headers: { 'Set-Cookie': await setVisit((await visitTokenOf(request))!) } } : undefined)
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
  if (visit) return <VisitOpen leftMs={visit.leftMs}><VisitFrame><VisitPage visit={visit} /></VisitFrame></VisitOpen>
  return (
    <VisitFrame>
      <PageTitle>{isFinished ? 'Bye for now' : 'Hello'}</PageTitle>
      {isFinished && <Note tone="rope"><span role="status">Your page is closed on this device.</span></Note>}
      <Sheet><CodeForm action="/m" button="Open my page" message={refusal?.message} problem={refusal?.fields.code} /></Sheet>
      <SafeLine />
    </VisitFrame>
  )
}
