import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { sendClaimAgain } from '#modules/claims/answer-claim.server.ts'
import { claimPage } from '#app/claims/claim-page.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Confirm } from '#app/people/confirm.tsx'

export const meta: MetaFunction = () => [{ title: 'Sent again · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return claimPage(viewer, params)
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => sendClaimAgain(viewer, { id: fields(form).id ?? '', claimId: params.claimId ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(`/claims/${params.batchId ?? ''}`)
}

export default function ClaimStepPage() {
  const { batchId, claim, id } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return <Confirm back={{ to: `/claims/${batchId}`, label: 'The batch' }} title={`Has the claim for ${claim.name} gone again?`} button="Yes, it was sent again" message={refusal?.message} hidden={{ id: refusal?.said.id ?? id }}><p>What was asked is put right, and you have sent it again the way the awarding body asks for. The file of this batch now holds them as they are.</p></Confirm>
}
