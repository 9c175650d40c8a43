import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { awardCourse, AwardCourse } from '#modules/awards/award-course.server.ts'
import { awardsOfCohort } from '#modules/awards/awards-of-cohort.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { LearnerAward } from '#app/awards/learner-award.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { PagesOf } from '#app/ui/pages-of.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Certificates · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const after = new URL(request.url).searchParams.get('after') ?? undefined
  const { learners, ...rest } = await asPage(awardsOfCohort(viewer, { cohortId: params.cohortId ?? '', after }))
  return { ...rest, isFirst: !after, learners: learners.map((learner) => ({ ...learner, newAwardId: newId() })) }
}

/** A coordinator or trainer gives somebody their certificate. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', personId = '' } = fields(form)
  const outcome = await asForm(form, () => awardCourse(viewer, AwardCourse.parse({ id, personId, cohortId: params.cohortId })))
  return 'refused' in outcome ? outcome.refused : redirect(`/cohorts/${params.cohortId ?? ''}/certificates`)
}

export default function CertificatesPage() {
  const { cohort, learners, next, isFirst, canSayParentAgreed } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const here = `/cohorts/${cohort.id}/certificates`
  return (
    <Shell back={{ to: `/cohorts/${cohort.id}`, label: cohort.name }}>
      <PageTitle kicker={`${cohort.where} · ${cohort.name}`}>Certificates</PageTitle>
      <p>Whoever has done every unit and been at every session, or made it up, gets the certificate of the course, at any age. They print it, and decide for themselves whether to show its badge.</p>
      <Problem message={refusal?.message} />
      <Sheet aria-label="Learners">
        {learners.length === 0 ? <Empty title="The learners will be here">As soon as somebody has a place in this cohort, you see here how far they are.</Empty>
          : <Rows>{learners.map((learner) => <LearnerAward key={learner.personId} learner={learner} canSayParentAgreed={canSayParentAgreed} />)}</Rows>}
      </Sheet>
      <PagesOf to={here} next={next} isFirst={isFirst} />
    </Shell>
  )
}
