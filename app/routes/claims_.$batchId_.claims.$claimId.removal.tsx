import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { takeOutClaim } from '#modules/claims/take-out-claim.server.ts'
import { claimPage } from '#app/claims/claim-page.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Confirm } from '#app/people/confirm.tsx'

export const meta: MetaFunction = () => [{ title: 'Take a learner out · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return claimPage(viewer, params)
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => takeOutClaim(viewer, { claimId: params.claimId ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(`/claims/${params.batchId ?? ''}`)
}

export default function ClaimStepPage() {
  const { batchId, claim } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return <Confirm back={{ to: `/claims/${batchId}`, label: 'The batch' }} title={`Take ${claim.name} out of this batch?`} button="Take them out" message={refusal?.message}><p>It was not sent yet, so nothing is lost: they can go into another batch.</p></Confirm>
}
