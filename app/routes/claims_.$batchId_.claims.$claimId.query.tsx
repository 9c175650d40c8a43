import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { queryClaim } from '#modules/claims/answer-claim.server.ts'
import { claimPage } from '#app/claims/claim-page.server.ts'
import { ClaimStep } from '#app/claims/claim-step.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Field } from '#app/ui/field.tsx'

export const meta: MetaFunction = () => [{ title: 'They asked something · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return claimPage(viewer, params)
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', reason = '' } = fields(form)
  const outcome = await asForm(form, () => queryClaim(viewer, { id, claimId: params.claimId ?? '', reason }))
  return 'refused' in outcome ? outcome.refused : redirect(`/claims/${params.batchId ?? ''}`)
}

export default function ClaimStepPage() {
  const page = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <ClaimStep page={page} step="query" title={`What did they ask about ${page.claim.name}?`} refusal={refusal} reads={<><b>The coordinators of {page.where}.</b> {page.claim.name} sees that something was asked, and not what.</>}>
      <Field label="What the awarding body asked" hint="As they wrote it, or in a few words." problem={refusal?.fields.reason}><textarea name="reason" rows={4} required maxLength={2000} defaultValue={refusal?.said.reason} /></Field>
    </ClaimStep>
  )
}
