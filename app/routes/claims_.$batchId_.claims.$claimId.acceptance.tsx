import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { acceptClaim } from '#modules/claims/answer-claim.server.ts'
import { claimPage } from '#app/claims/claim-page.server.ts'
import { ClaimStep } from '#app/claims/claim-step.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Field } from '#app/ui/field.tsx'

export const meta: MetaFunction = () => [{ title: 'Accepted · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return claimPage(viewer, params)
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', certificateNumber = '' } = fields(form)
  const outcome = await asForm(form, () => acceptClaim(viewer, { id, claimId: params.claimId ?? '', certificateNumber }))
  return 'refused' in outcome ? outcome.refused : redirect(`/claims/${params.batchId ?? ''}`)
}

export default function ClaimStepPage() {
  const page = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <ClaimStep page={page} step="acceptance" title={`${page.claim.name}: accepted`} refusal={refusal} reads={<><b>{page.claim.name}, and the coordinators of {page.where}.</b> {page.claim.name} sees it on their portfolio at once.</>}>
      <Field label="The certificate’s number" hint="As it stands on the certificate." problem={refusal?.fields.certificateNumber}><input name="certificateNumber" required maxLength={60} autoComplete="off" defaultValue={refusal?.said.certificateNumber ?? page.claim.states[0]?.certificateNumber ?? undefined} /></Field>
    </ClaimStep>
  )
}
