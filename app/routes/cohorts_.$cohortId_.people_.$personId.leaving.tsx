import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findCohort } from '#modules/cohorts/find-cohort.server.ts'
import { leaveCohort } from '#modules/cohorts/leave-cohort.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Confirm } from '#app/people/confirm.tsx'

export const meta: MetaFunction = () => [{ title: 'Leave a cohort · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const cohort = await asPage(findCohort(viewer, { cohortId: params.cohortId ?? '' }))
  const person = [...cohort.learners, ...cohort.waiting].find(({ id }) => id === params.personId)
  if (!person?.canTakeOff) throw data({ message: 'There is nothing here, or it is not yours to see.' }, { status: 404 })
  return { name: person.id === viewer.id ? null : person.fullName, cohort: { id: cohort.id, name: cohort.name, kind: cohort.kind }, waiting: cohort.waitingCount }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => leaveCohort(viewer, { cohortId: params.cohortId ?? '', personId: params.personId ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(params.personId === viewer.id ? '/cohorts' : `/cohorts/${params.cohortId ?? ''}`)
}

export default function LeavingPage() {
  const { name, cohort, waiting } = useLoaderData<typeof loader>()
  return (
    <Confirm back={{ to: cohort.kind === 'trainers' ? `/trainers/${cohort.id}` : `/cohorts/${cohort.id}`, label: cohort.name }} kicker={cohort.name} title={name ? `Take ${name} off?` : 'Leave this cohort?'} button={name ? 'Take off' : 'Leave'} message={useActionData<typeof action>()?.message}>
      <p>{waiting > 0 ? 'The place goes to whoever has waited longest.' : 'The place becomes free.'} The register of the sittings so far stays. {name ? 'They can ask for a place again.' : 'You can ask for a place again.'}</p>
    </Confirm>
  )
}
