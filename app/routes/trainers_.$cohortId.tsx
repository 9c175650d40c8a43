import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findCohort } from '#modules/cohorts/find-cohort.server.ts'
import { whoCouldBeSent } from '#modules/trainers/who-could-be-sent.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { CohortPage } from '#app/cohorts/cohort-page.tsx'
import { useNews } from '#app/live/use-news.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.cohort.name ?? 'Train the Trainer'} · Belay` }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const cohortId = params.cohortId ?? ''
  const [cohort, couldBeSent] = await asPage(Promise.all([findCohort(viewer, { cohortId }), whoCouldBeSent(viewer, { cohortId })]))
  if (cohort.kind === 'mentors') throw redirect(`/cohorts/${cohort.id}`)
  return { cohort, meId: viewer.id, canSend: couldBeSent.length > 0 && !cohort.isOver }
}

export default function TrainerCohortPage() {
  useNews()
  return <CohortPage {...useLoaderData<typeof loader>()} back={{ to: '/trainers', label: 'Train the Trainer' }} />
}
