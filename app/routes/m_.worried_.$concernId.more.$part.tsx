import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { readForm } from '#app/http/read-form.server.ts'
import { visitOf, visitorSending } from '#app/http/visit.server.ts'
import { CodeAgain } from '#app/mentee/code-again.tsx'
import { VisitOpen } from '#app/mentee/visit-open.tsx'
import { AddPage } from '#app/worried/add-page.tsx'
import { AddToAdultPage } from '#app/worried/add-to-adult-page.tsx'
import { actOnAddition, loadAddition } from '#app/worried/add.server.ts'
import { MarksPage } from '#app/worried/marks-page.tsx'

export const meta: MetaFunction = () => [{ title: 'If you know more · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = await visitOf(context, request)
  return visit && { ...(await loadAddition(visit.visitor, params)), leftMs: visit.leftMs }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const form = await readForm(request)
  const sent = await visitorSending(context, request, form)
  if ('asked' in sent) return sent.asked
  if (sent.refused) return data(sent.refused.data, { ...sent.refused.init, headers: sent.headers })
  const here = `/m/worried/${params.concernId!}/more/${params.part!}`
  return form.has('id') ? actOnAddition(sent.visitor, form, params, `/m/worried?handed-on=${params.concernId!}#more`, sent.headers) : redirect(here, { headers: sent.headers })
}

export default function MenteeMore() {
  const { concernId } = useParams()
  const [asked, answer] = [useLoaderData<typeof loader>(), useActionData<typeof action>()]
  if (answer && 'kept' in answer) return <CodeAgain asked={answer} />
  if (!asked) return <CodeAgain />
  const Page = asked.part === 'adult' ? AddToAdultPage : asked.part === 'marks' ? MarksPage : AddPage
  return <VisitOpen leftMs={asked.leftMs}><Page key={asked.part} asked={asked} concernId={concernId!} back={`/m/worried?handed-on=${concernId!}`} refusal={answer} /></VisitOpen>
}
