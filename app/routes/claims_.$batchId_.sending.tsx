import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findBatch } from '#modules/claims/find-batch.server.ts'
import { sendBatch } from '#modules/claims/send-batch.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Confirm } from '#app/people/confirm.tsx'

export const meta: MetaFunction = () => [{ title: 'It was sent · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { id, claims } = await asPage(findBatch(viewer, { batchId: params.batchId ?? '' }))
  return { id, drafts: claims.filter(({ standing }) => standing === 'draft').length }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => sendBatch(viewer, { batchId: params.batchId ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(`/claims/${params.batchId ?? ''}`)
}

export default function SendingPage() {
  const { id, drafts } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Confirm back={{ to: `/claims/${id}`, label: 'The batch' }} title="Has it gone to the awarding body?" button="Yes, it was sent" message={refusal?.message}>
      <p>Belay sends nothing by itself: you send the file the way the awarding body asks for. Then say so here, for {drafts === 1 ? 'the one learner' : `all ${drafts} learners`} not sent yet. What was sent of each is kept as it was, and they see on their portfolio that it has gone.</p>
    </Confirm>
  )
}
