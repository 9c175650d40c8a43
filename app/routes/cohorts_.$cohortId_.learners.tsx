import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { learnersOfCohort } from '#modules/completion/learners-of-cohort.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { LearnerRow } from '#app/completion/learner-row.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PagesOf } from '#app/ui/pages-of.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'How everybody is getting on · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const after = new URL(request.url).searchParams.get('after') ?? undefined
  return { ...(await asPage(learnersOfCohort(viewer, { cohortId: params.cohortId ?? '', after }))), isFirst: after === undefined }
}

export default function LearnersPage() {
  const { cohort, unitCount, people, next, isFirst } = useLoaderData<typeof loader>()
  const stuck = people.filter((person) => person.stuck)
  const others = people.filter((person) => !person.stuck)
  const here = `/cohorts/${cohort.id}`
  return (
    <Shell back={{ to: here, label: cohort.name }}>
      <PageTitle kicker={cohort.name}>How everybody is getting on</PageTitle>
      {people.length === 0 && <Sheet><Empty title="The learners will be here">Nobody has a place yet. Add people on the cohort’s page.</Empty></Sheet>}
      {stuck.length > 0 && (
        <Sheet>
          <h2>Worth asking</h2>
          <p className="soft">In the middle of a unit for five days or more, or nothing for ten. A kind question is often enough.</p>
          <Rows label="Worth asking">{stuck.map((person) => <LearnerRow key={person.id} person={person} units={unitCount} to={`${here}/people/${person.id}`} />)}</Rows>
        </Sheet>
      )}
      {others.length > 0 && (
        <Sheet>
          {stuck.length > 0 && <h2>The others</h2>}
          <Rows label="Learners">{others.map((person) => <LearnerRow key={person.id} person={person} units={unitCount} to={`${here}/people/${person.id}`} />)}</Rows>
        </Sheet>
      )}
      <PagesOf to={`${here}/learners`} next={next} isFirst={isFirst} />
    </Shell>
  )
}
