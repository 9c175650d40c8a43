import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { GraduationCap } from 'lucide-react'
import { may } from '#modules/cohorts/policy.ts'
import { trainerCohortsOf } from '#modules/trainers/trainer-cohorts-of.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { PagesOf } from '#app/ui/pages-of.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Train the Trainer · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const after = new URL(request.url).searchParams.get('after') ?? undefined
  return {
    ...(await asPage(trainerCohortsOf(viewer, { after }))), isFirstPage: !after,
    canOpen: viewer.memberships.some(({ organisationId }) => may.open(viewer, organisationId, 'trainers')),
    sends: viewer.memberships.some(({ role }) => role === 'coordinator'),
  }
}

export default function TrainersPage() {
  const { cohorts, next, isFirstPage, canOpen, sends } = useLoaderData<typeof loader>()
  return (
    <Shell>
      <PageTitle kicker="How a setting brings on its own trainers">Train the Trainer</PageTitle>
      {canOpen && <Bar><ButtonLink to="/cohorts/new">Open a cohort</ButtonLink></Bar>}
      <Sheet>
        {cohorts.length === 0 && <Empty title="Training for trainers will be here">Your delivery site opens these cohorts. {sends ? 'Ask them when the next one begins.' : 'Your coordinator can send you to one.'}</Empty>}
        <Rows>
          {cohorts.map((cohort) => (
            <Row key={cohort.cohortId} icon={GraduationCap} tone="rope" title={cohort.name} to={`/trainers/${cohort.cohortId}`}
              detail={<>{cohort.nextAt ? <>Next: <When at={cohort.nextAt} within /></> : 'All sittings held'} · {cohort.people} of {cohort.places} places taken</>}
              tag={sends ? <Tag tone={cohort.mine > 0 ? 'rope' : 'plain'}>{cohort.mine} of yours</Tag> : cohort.mine > 0 ? <Tag tone="rope">you are on it</Tag> : undefined} />
          ))}
        </Rows>
        <PagesOf to="/trainers" next={next} isFirst={isFirstPage} />
      </Sheet>
    </Shell>
  )
}
