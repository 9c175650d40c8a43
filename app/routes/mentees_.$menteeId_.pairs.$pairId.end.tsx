import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { endPair } from '#modules/mentoring/end-pair.server.ts'
import { findMentee } from '#modules/mentoring/find-mentee.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Confirm } from '#app/people/confirm.tsx'

export const meta: MetaFunction = () => [{ title: 'End a pair · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const mentee = await asPage(findMentee(viewer, { menteeId: params.menteeId ?? '' }))
  const pair = mentee.pairs.find(({ id, until }) => id === params.pairId && until === null)
  if (!pair) throw data({ message: 'There is nothing here, or it is not yours to see.' }, { status: 404 })
  return { id: mentee.id, birdName: mentee.birdName, mentor: pair.mentor }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => endPair(viewer, { pairId: params.pairId ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(`/mentees/${params.menteeId ?? ''}`)
}

export default function EndPairPage() {
  const { id, birdName, mentor } = useLoaderData<typeof loader>()
  return (
    <Confirm back={{ to: `/mentees/${id}`, label: birdName }} title={`End ${mentor} and ${birdName}?`} button="End the pair" message={useActionData<typeof action>()?.message}>
      <p>{mentor} no longer sees {birdName}. Endings matter: talk with both first, and let them say goodbye if they can.</p>
    </Confirm>
  )
}
