import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findLearner } from '#modules/completion/find-learner.server.ts'
import { hoursOf } from '#modules/completion/hours-of.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { HoursTable } from '#app/completion/hours-table.tsx'
import '#app/completion/agreement.css'
import { Bar } from '#app/ui/bar.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Learning hours · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { cohort, person } = await asPage(findLearner(viewer, { cohortId: params.cohortId ?? '', personId: params.personId ?? '' }))
  return { here: `/cohorts/${cohort.id}/people/${person.id}`, hours: await asPage(hoursOf(viewer, { personId: person.id, organisationId: cohort.organisationId })) }
}

export default function HoursPage() {
  const { here, hours } = useLoaderData<typeof loader>()
  return (
    <Shell back={{ to: here, label: hours.person.fullName }}>
      <PageTitle kicker={`${hours.person.fullName}, ${hours.setting}`}>Learning hours</PageTitle>
      <HoursTable hours={hours} />
      <Bar><a className="button" data-kind="plain" href={`${here}/hours/download`} download>Download</a></Bar>
    </Shell>
  )
}
