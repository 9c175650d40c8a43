import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { closeCohort, sittingsToCallOff } from '#modules/cohorts/close-cohort.server.ts'
import { findCohort } from '#modules/cohorts/find-cohort.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Confirm } from '#app/people/confirm.tsx'

export const meta: MetaFunction = () => [{ title: 'Close a course · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { id, name, where, kind, placedCount, waitingCount, sittings, can, isOver } = await asPage(findCohort(viewer, { cohortId: params.cohortId ?? '' }))
  if (!can.close && !isOver) throw data({ message: 'That is for somebody else to do.' }, { status: 403 })
  if (isOver) throw redirect(kind === 'trainers' ? `/trainers/${id}` : `/cohorts/${id}`)
  return { id, name, where, placedCount, waitingCount, ahead: await asPage(sittingsToCallOff(viewer, { cohortId: id })), unmarked: sittings.filter(({ isOver, marked }) => isOver && (marked ?? 0) < placedCount).length }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => closeCohort(viewer, { cohortId: params.cohortId ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(`/cohorts/${params.cohortId ?? ''}`)
}

const say = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

export default function CloseCohortPage() {
  const { id, name, where, placedCount, waitingCount, ahead, unmarked } = useLoaderData<typeof loader>()
  return (
    <Confirm back={{ to: `/cohorts/${id}`, label: name }} kicker={where} title={`Close ${name}?`} button="Close it for good" message={useActionData<typeof action>()?.message}>
      <p>{ahead === 0 ? 'No sitting is left to hold.' : `${say(ahead, 'sitting that has not begun is', 'sittings that have not begun are')} called off.`} {placedCount === 0 ? 'Nobody has a place.' : `${say(placedCount, 'person keeps', 'people keep')} their place on record, with their marks, and can go on learning by themselves.`}</p>
      {waitingCount > 0 && <p>{say(waitingCount, 'person waits', 'people wait')} for a place. They stop waiting, and can ask for one on the next course.</p>}
      {unmarked > 0 && <p>{say(unmarked, 'register is', 'registers are')} not finished. You can still finish {unmarked === 1 ? 'it' : 'them'} afterwards.</p>}
      <p>Its join codes stop working. It cannot be opened again.</p>
    </Confirm>
  )
}
