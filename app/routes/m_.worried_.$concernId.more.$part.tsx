import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { requireVisitor } from '#app/http/visit.server.ts'
import { AddPage } from '#app/worried/add-page.tsx'
import { actOnAddition, loadAddition } from '#app/worried/add.server.ts'
import { MarksPage } from '#app/worried/marks-page.tsx'

export const meta: MetaFunction = () => [{ title: 'If you know more · Belay' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  return loadAddition(await requireVisitor(request), params)
}

export async function action({ request, params }: ActionFunctionArgs) {
  return actOnAddition(await requireVisitor(request), request, params, `/m/worried?handed-on=${params.concernId!}#more`)
}

export default function MenteeMore() {
  const { concernId } = useParams()
  const asked = useLoaderData<typeof loader>()
  const Page = asked.part === 'marks' ? MarksPage : AddPage
  return <Page key={asked.part} asked={asked} concernId={concernId!} back={`/m/worried?handed-on=${concernId!}`} refusal={useActionData<typeof action>()} />
}
