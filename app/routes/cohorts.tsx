import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cohortsOf } from '#modules/cohorts/cohorts-of.server.ts'
import { may } from '#modules/cohorts/policy.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { CohortRow } from '#app/cohorts/cohort-row.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { PagesOf } from '#app/ui/pages-of.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Cohorts · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const after = new URL(request.url).searchParams.get('after') ?? undefined
  return { ...(await asPage(cohortsOf(viewer, { after }))), isFirstPage: !after, canOpen: viewer.memberships.some(({ organisationId }) => may.open(viewer, organisationId, 'mentors') || may.open(viewer, organisationId, 'trainers')) }
}

export default function CohortsPage() {
  const { cohorts, next, isFirstPage, canOpen } = useLoaderData<typeof loader>()
  const groups = [
    { title: 'Under way and to come', cohorts: cohorts.filter(({ next, isOver }) => next && !isOver) },
    { title: 'Held', cohorts: cohorts.filter(({ next, isOver }) => !next || isOver) },
  ]
  return (
    <Shell>
      <PageTitle>Cohorts</PageTitle>
      {canOpen && <Bar><ButtonLink to="/cohorts/new">Open a cohort</ButtonLink></Bar>}
      {cohorts.length === 0 && <Sheet><Empty title="Your groups of learners will be here">{canOpen ? 'Open the first one: a name, a pattern and a first day are enough.' : 'Whoever coordinates your setting opens a cohort and puts you on it.'}</Empty></Sheet>}
      {groups.filter((group) => group.cohorts.length > 0).map((group) => (
        <Sheet key={group.title}><h2>{group.title}</h2><Rows>{group.cohorts.map((cohort) => <CohortRow key={cohort.id} cohort={cohort} />)}</Rows></Sheet>
      ))}
      <PagesOf to="/cohorts" next={next} isFirst={isFirstPage} />
    </Shell>
  )
}
