import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { endOpening } from '#modules/quality/end-opening.server.ts'
import { findOpening } from '#modules/quality/openings.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Confirm } from '#app/people/confirm.tsx'

export const meta: MetaFunction = () => [{ title: 'End an opening · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return asPage(findOpening(viewer, { openingId: params.openingId ?? '' }))
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const opening = await asPage(findOpening(viewer, { openingId: params.openingId ?? '' }))
  const outcome = await asForm(form, () => endOpening(viewer, { openingId: opening.id }))
  return 'refused' in outcome ? outcome.refused : redirect(`/quality/plans/${opening.planId}/openings`)
}

export default function EndOpeningPage() {
  const { planId, name } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return <Confirm back={{ to: `/quality/plans/${planId}/openings`, label: 'The openings' }} title={`End it for ${name}?`} button="End it" message={refusal?.message}><p>{name} sees nothing of it from that moment. What they looked at stays on record. You may open it again.</p></Confirm>
}
