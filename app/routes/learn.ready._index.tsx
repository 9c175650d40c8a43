import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { nextStep } from '#modules/learning/next-step.server.ts'
import { myMentees } from '#modules/mentoring/my-mentees.server.ts'
import { myReadiness } from '#modules/completion/my-readiness.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { CheckRows } from '#app/completion/check-rows.tsx'
import { NextForMe } from '#app/completion/next-for-me.tsx'
import { useNews } from '#app/live/use-news.ts'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Before you meet a mentee · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const [all, mentees, step] = await asPage(Promise.all([myReadiness(viewer), myMentees(viewer), nextStep(viewer)]))
  return { all, mentees, topUp: step?.isTopUp && step.state !== 'finished' ? { title: step.unitTitle, to: `/learn/${step.courseSlug}/${step.unitSlug}` } : null }
}

export default function MyReadinessPage() {
  const { all, mentees, topUp } = useLoaderData<typeof loader>()
  useNews()
  return (
    <Shell back={{ to: '/learn', label: 'Learn' }}>
      <PageTitle kicker={mentees.length > 0 ? 'You are a mentor' : 'Your way there'}>{mentees.length > 0 ? 'What a mentor needs' : 'Before you meet a mentee'}</PageTitle>
      {all.length === 0 && <Sheet><Empty title="This is for mentors">When you are a mentor somewhere, what is left before you are matched stands here.</Empty></Sheet>}
      {all.map((mine) => (
        <div key={mine.organisationId} className="stack">
          <NextForMe mine={mine} mentees={mentees.filter(({ organisationId }) => organisationId === mine.organisationId).map(({ birdName }) => birdName)} topUp={topUp} />
          <Sheet>
            <h2>What it takes{all.length > 1 && ` at ${mine.setting}`}</h2>
            <CheckRows checks={mine.checks} label="What it takes" to={{
              ...(mine.unit ? { course: `/learn/${mine.courseSlug}`, safeguarding: `/learn/${mine.courseSlug}/${mine.unit.slug}` } : { course: `/learn/${mine.courseSlug}` }),
              agreement: `/learn/ready/${mine.organisationId}/agreement`, ...(mine.policyId ? { policy: `/learn/ready/${mine.organisationId}/policy` } : {}),
            }} />
            <Reads><b>You, your youth workers, your coordinator and the trainers of your course</b> see this page. What you wrote in a unit, only you can read.</Reads>
          </Sheet>
        </div>
      ))}
    </Shell>
  )
}
