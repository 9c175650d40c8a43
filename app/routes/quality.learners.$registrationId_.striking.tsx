import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findSignOff } from '#modules/quality/find-sign-off.server.ts'
import { strikeSignOff } from '#modules/quality/strike-sign-off.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { StrikeThrough } from '#app/quality/strike-through.tsx'

export const meta: MetaFunction = () => [{ title: 'Strike a sign-off through · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return asPage(findSignOff(viewer, { registrationId: params.registrationId ?? '' }))
}

/** A quality assurer strikes a sign-off through, and says why. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { signOffId = '', why = '' } = fields(form)
  const outcome = await asForm(form, () => strikeSignOff(viewer, { signOffId, why }))
  return 'refused' in outcome ? outcome.refused : redirect(`/quality/learners/${params.registrationId ?? ''}`)
}

export default function StrikeSignOffPage() {
  const { id, name, where, title, signedOff } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <StrikeThrough back={{ to: `/quality/learners/${id}`, label: name }} kicker={`${where} · ${title}`} title={`Strike ${name}’s sign-off through?`} isStruck={!signedOff} refusal={refusal} hidden={{ signOffId: signedOff?.id ?? '' }} readers="Those who assess here, the quality assurers and the coordinators">
      <p>For a sign-off that was wrong. It stays to be read, with your reason. From now on {name} is not claimed for. Where a claim has gone out, or a certificate was made out, the coordinator’s pages say that it stands on nothing until {name} is signed off again. {name} keeps everything that was decided.</p>
    </StrikeThrough>
  )
}
