import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { findMatrix } from '#modules/accreditation/find-matrix.server.ts'
import { myRegistrations } from '#modules/accreditation/my-registrations.server.ts'
import { takeBackEvidence } from '#modules/accreditation/take-back-evidence.server.ts'
import { NotFound } from '#modules/errors.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Confirm } from '#app/people/confirm.tsx'

export const meta: MetaFunction = () => [{ title: 'Take it back · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const mine = await asPage(myRegistrations(viewer))
  const all = await asPage(Promise.all(mine.map(({ id }) => findMatrix(viewer, { registrationId: id }))))
  if (!all.some(({ evidence }) => evidence.some(({ id }) => id === params.evidenceId))) await asPage(Promise.reject(new NotFound()))
  return null
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => takeBackEvidence(viewer, { evidenceId: params.evidenceId ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect('/learn/portfolio')
}

export default function TakeBackPage() {
  const refusal = useActionData<typeof action>()
  return <Confirm back={{ to: '/learn/portfolio', label: 'Your portfolio' }} title="Take it back?" button="Take it back" message={refusal?.message}><p>The assessor does not see it any more. That you handed it in, and took it back, stays on record. A photo, a recording or a file is deleted.</p></Confirm>
}
