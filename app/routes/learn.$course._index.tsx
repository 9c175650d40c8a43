import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findCourseForLearner } from '#modules/learning/courses.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Abilities } from '#app/learn/abilities.tsx'
import { SessionPart, UnitRows } from '#app/learn/session-part.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? 'Course'} · Belay` }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return asPage(findCourseForLearner(viewer, params.course!))
}

export default function CoursePage() {
  const { slug, title, summary, sessions, guides, abilities, isLearner, gone } = useLoaderData<typeof loader>()
  return (
    <Shell back={{ to: '/learn', label: 'Learn' }}>
      <PageTitle kicker={`${sessions.length} sessions, ${sessions.flatMap((session) => session.units).length} units`}>{title}</PageTitle>
      <p>{summary}</p>
      <Abilities abilities={abilities} />
      {sessions.map((session) => <SessionPart key={session.number} session={session} courseSlug={slug} isLearner={isLearner} guide={guides.find((guide) => guide.number === session.number)?.slug} />)}
      {gone.length > 0 && (
        <Sheet tone="sunk" aria-labelledby="gone">
          <h2 id="gone" className="h3">You began these, and they have left the course</h2>
          <p className="soft small">You can finish them as you began them, or leave them. Your course does not ask for them any more.</p>
          <UnitRows units={gone} courseSlug={slug} isLearner={isLearner} />
        </Sheet>
      )}
    </Shell>
  )
}
