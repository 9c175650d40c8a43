import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { readForm } from '#app/http/read-form.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { AddPage } from '#app/worried/add-page.tsx'
import { AddToAdultPage } from '#app/worried/add-to-adult-page.tsx'
import { actOnAddition, loadAddition } from '#app/worried/add.server.ts'
import { MarksPage } from '#app/worried/marks-page.tsx'

export const meta: MetaFunction = () => [{ title: 'If you know more · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  return loadAddition(await requireViewer(context, request), params)
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return actOnAddition(viewer, await readForm(request), params, `/worried/${params.concernId!}#more`)
}

export default function WorriedMore() {
  const { concernId } = useParams()
  const asked = useLoaderData<typeof loader>()
  const Page = asked.part === 'adult' ? AddToAdultPage : asked.part === 'marks' ? MarksPage : AddPage
  return <Page key={asked.part} asked={asked} concernId={concernId!} back={`/worried/${concernId!}`} refusal={useActionData<typeof action>()} />
}
