import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Award, Hourglass } from 'lucide-react'
import { decidedForMe, myRegistrations } from '#modules/accreditation/my-registrations.server.ts'
import { myReadiness } from '#modules/completion/my-readiness.server.ts'
import { hasAwards } from '#modules/awards/my-awards.server.ts'
import { courses } from '#modules/learning/courses.server.ts'
import { nextStep } from '#modules/learning/next-step.server.ts'
import { myMentees } from '#modules/mentoring/my-mentees.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { DecidedRows } from '#app/accreditation/decided-rows.tsx'
import { NextForMe } from '#app/completion/next-for-me.tsx'
import { ReadyRow } from '#app/completion/ready-row.tsx'
import { NextStepCard } from '#app/learn/next-step-card.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Learn · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const [all, step, registered, decided, ready, isAwarded, mentees] = await asPage(Promise.all([courses(viewer), nextStep(viewer), myRegistrations(viewer), decidedForMe(viewer), myReadiness(viewer), hasAwards(viewer), myMentees(viewer)]))
  return { courses: all.map(({ slug, title, summary }) => ({ slug, title, summary })), step, isRegistered: registered.length > 0, decided, isAwarded, mentees: mentees.map(({ birdName }) => birdName), toSign: ready.find(({ next }) => next === 'agreement' || next === 'policy') ?? null, left: ready.map(({ isComplete, checks }) => (isComplete ? 0 : checks.filter(({ isDone }) => !isDone).length)) }
}

export default function LearnPage() {
  const { courses: all, step, isRegistered, decided, isAwarded, mentees, toSign, left } = useLoaderData<typeof loader>()
  return (
    <Shell>
      <PageTitle kicker={step ? 'Your course' : 'What is taught'}>Learn</PageTitle>
      {toSign && step && (step.isTopUp || step.state === 'finished') ? <NextForMe mine={toSign} /> : step && <NextStepCard step={step} />}
      {isRegistered && <Sheet aria-label="Your portfolio"><Rows><DecidedRows decided={decided} /><Row title="Your portfolio" detail="What you can show: what is met, what is with the assessor, what is still to come." to="/learn/portfolio" /></Rows></Sheet>}
      {left.length > 0 && <Sheet aria-label={mentees.length > 0 ? 'Being a mentor' : 'Before you meet a mentee'}><Rows><ReadyRow left={Math.max(...left)} mentees={mentees} topUp={step?.isTopUp && step.state !== 'finished' ? step.unitTitle : null} /><Row icon={Hourglass} title="Your learning hours" detail="Guided, and on your own" to="/learn/hours" /></Rows></Sheet>}
      {isAwarded && <Sheet aria-label="What you have earned"><Rows><Row icon={Award} tone="rope" title="Your certificates and badges" detail="What you have earned: to print, and to show if you like." to="/learn/awards" /></Rows></Sheet>}
      <Sheet aria-label="Courses">
        <Rows>{all.map((course) => <Row key={course.slug} title={course.title} detail={course.summary} to={`/learn/${course.slug}`} />)}</Rows>
      </Sheet>
    </Shell>
  )
}
