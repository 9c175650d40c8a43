import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findLearner } from '#modules/completion/find-learner.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { CheckRows } from '#app/completion/check-rows.tsx'
import { SessionRows } from '#app/completion/session-rows.tsx'
import { LinkRow } from '#app/ui/link-row.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.learner.person.fullName ?? 'A learner'} · Belay` }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const learner = await asPage(findLearner(viewer, { cohortId: params.cohortId ?? '', personId: params.personId ?? '' }))
  return { learner, ids: learner.sessions.map(() => newId()) }
}

export default function LearnerPage() {
  const { learner, ids } = useLoaderData<typeof loader>()
  const { person, cohort, isComplete, checks, can } = learner
  return (
    <Shell back={{ to: `/cohorts/${cohort.id}/learners`, label: 'How everybody is getting on' }}>
      <PageTitle kicker={cohort.name}>{person.fullName}</PageTitle>
      {isComplete ? <Note tone="rope">{person.name} is ready to meet a mentee.</Note> : <Note tone="sun">{person.name} is not ready to meet a mentee yet.</Note>}
      <Sheet>
        <h2>What it takes</h2>
        <CheckRows checks={checks} label="What it takes" />
      </Sheet>
      <Sheet>
        <h2>The sessions</h2>
        <p className="soft">A missed session is made up by its units and a talk with you. Press when you have had it; what was said is not kept.</p>
        <SessionRows learner={learner} ids={ids} />
      </Sheet>
      <Sheet>
        <Rows>
          <LinkRow title="Learning hours" detail="Guided and on their own, line by line" to={`/cohorts/${cohort.id}/people/${person.id}/hours`} />
          {can.sayTrainedBefore && <LinkRow title="Trained before Belay" detail="When they were trained on paper, before your setting came here." to={`/people/${person.id}/trained-before`} />}
        </Rows>
      </Sheet>
    </Shell>
  )
}
