import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { may as mayAssess } from '#modules/accreditation/policy.ts'
import { may as mayAwards } from '#modules/awards/policy.ts'
import { findCohort } from '#modules/cohorts/find-cohort.server.ts'
import { may as mayLearning } from '#modules/learning/policy.ts'
import { openJoinCodes } from '#modules/identity/open-join-codes.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { CohortPage } from '#app/cohorts/cohort-page.tsx'
import { useNews } from '#app/live/use-news.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.cohort.name ?? 'A cohort'} · Belay` }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const cohort = await asPage(findCohort(viewer, { cohortId: params.cohortId ?? '' }))
  if (cohort.kind === 'trainers') throw redirect(`/trainers/${cohort.id}`)
  const canFollow = mayLearning.followCohort(viewer, { organisationId: cohort.organisationId, trainerIds: cohort.trainers.map(({ id }) => id) })
  const canAward = mayAwards.awardCourse(viewer, { organisationId: cohort.organisationId, isTrainerOfIt: cohort.mine?.part === 'trainer' })
  return { cohort, canFollow, canAward, canLookOver: mayAssess.lookOverCohort(viewer, cohort), meId: viewer.id, openCodes: cohort.can.run ? (await asPage(openJoinCodes(viewer, cohort.id))).length : 0 }
}

export default function MentorCohortPage() {
  useNews()
  return <CohortPage {...useLoaderData<typeof loader>()} back={{ to: '/cohorts', label: 'Cohorts' }} />
}
