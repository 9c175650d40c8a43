import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useParams } from '@remix-run/react'
import { newId } from '#modules/db/new-id.ts'
import { findConcernToAnswer } from '#modules/safeguarding/find-concern-to-answer.server.ts'
import { takeOnConcern } from '#modules/safeguarding/take-on-concern.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { TakeOnForm } from '#app/concerns/take-on-form.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Take it on · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  await asPage(findConcernToAnswer(viewer, { concernId: params.concernId! }))
  return { id: newId() }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const form = await readForm(request)
  const concernId = params.concernId!
  const { id, firstStep = '' } = fields(form)
  const outcome = await asForm(form, () => takeOnConcern(viewer, { id, concernId, firstStep }))
  return 'refused' in outcome ? outcome.refused : redirect(`/concerns/${concernId}`)
}

/** Where the form comes back when something is missing or somebody was first: with everything that was typed. */
export default function TakingOn() {
  const { concernId } = useParams()
  const { id } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: `/concerns/${concernId!}`, label: 'The concern' }}>
      <PageTitle>Take it on</PageTitle>
      <Sheet as="div"><TakeOnForm concernId={concernId!} id={refusal?.said.id ?? id} said={refusal?.said} problem={refusal?.fields.firstStep} message={refusal?.message} /></Sheet>
    </Shell>
  )
}
