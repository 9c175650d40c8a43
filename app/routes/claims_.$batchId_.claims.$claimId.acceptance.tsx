import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { acceptClaim } from '#modules/claims/answer-claim.server.ts'
import { claimPage } from '#app/claims/claim-page.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

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
  const { batchId, where, claim, id } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: `/claims/${batchId}`, label: 'The batch' }}>
      <PageTitle kicker={claim.onDocuments}>{`${claim.name}: accepted`}</PageTitle>
      <Sheet>
        <Form method="post" className="stack">
          <Problem message={refusal?.message} />
          <input type="hidden" name="id" value={refusal?.said.id ?? id} />
          <Field label="The certificate’s number" hint="As it stands on the certificate." problem={refusal?.fields.certificateNumber}><input name="certificateNumber" required maxLength={60} autoComplete="off" defaultValue={refusal?.said.certificateNumber ?? claim.states[0]?.certificateNumber ?? undefined} /></Field>
          <Reads><b>{claim.name}, and the coordinators of {where}.</b> {claim.name} sees it on their portfolio at once.</Reads>
          <Button type="submit">Write it down</Button>
        </Form>
      </Sheet>
    </Shell>
  )
}
