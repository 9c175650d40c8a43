import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { joinCohort } from '#modules/cohorts/join-cohort.server.ts'
import { toThePage } from '#app/http/form-address.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) => toThePage({ context, request }, `/cohorts/${params.cohortId ?? ''}`)

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  await asPage(joinCohort(viewer, { cohortId: params.cohortId ?? '' }))
  return redirect(`/cohorts/${params.cohortId ?? ''}`)
}

export { default } from '#app/ui/never-drawn.tsx'
