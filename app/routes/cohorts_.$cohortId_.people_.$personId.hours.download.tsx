import type { LoaderFunctionArgs } from '@remix-run/node'
import { findLearner } from '#modules/completion/find-learner.server.ts'
import { hoursOf } from '#modules/completion/hours-of.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { hoursAsCsv } from '#app/completion/hours-as-csv.server.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { cohort, person } = await asPage(findLearner(viewer, { cohortId: params.cohortId ?? '', personId: params.personId ?? '' }))
  return hoursAsCsv([await asPage(hoursOf(viewer, { personId: person.id, organisationId: cohort.organisationId }))])
}
