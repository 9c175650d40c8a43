import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findQualification, strikeQualification } from '#modules/quality/strike-qualification.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { StrikeThrough } from '#app/quality/strike-through.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Strike an entry through · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return asPage(findQualification(viewer, { qualificationId: params.qualificationId ?? '' }))
}

/** Whoever may write an entry strikes it through, and says why. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => strikeQualification(viewer, { qualificationId: params.qualificationId ?? '', why: fields(form).why ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect('/quality/staff')
}

export default function StrikeQualificationPage() {
  const { name, title, doneOn, isStruck } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <StrikeThrough back={{ to: '/quality/staff', label: 'Who assesses' }} kicker={name} title={`Strike through “${title}”?`} isStruck={isStruck} refusal={refusal} readers={`${name}, those who assess here and the coordinators`}>
      <p>For an entry that was wrong. It was written down for <When at={doneOn} day within />. It stays to be read, with your reason. If another entry of theirs was good on the day, nothing else changes. If none was, what {name} decided since then waits for another assessor to countersign, what {name} countersigned does so again, and learners it is about are not claimed for until then.</p>
    </StrikeThrough>
  )
}
