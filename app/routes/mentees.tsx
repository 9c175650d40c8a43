import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Bird } from 'lucide-react'
import { menteesOf } from '#modules/mentoring/mentees-of.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { When } from '#app/ui/when.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { PagesOf } from '#app/ui/pages-of.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { Tag } from '#app/ui/tag.tsx'

export const meta: MetaFunction = () => [{ title: 'Mentees · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const organisationId = viewer.memberships.find(({ role }) => role === 'youth_worker')?.organisationId
  if (!organisationId) throw data({ message: 'Mentees and their mentors are looked after by the youth workers.' }, { status: 403 })
  const after = new URL(request.url).searchParams.get('after') ?? undefined
  return { ...(await asPage(menteesOf(viewer, { organisationId, after }))), isFirstPage: !after }
}

export default function MenteesPage() {
  const { mentees, next, isFirstPage } = useLoaderData<typeof loader>()
  return (
    <Shell back={{ to: '/people', label: 'People' }}>
      <PageTitle kicker="Looked after by the youth workers">Mentees and their mentors</PageTitle>
      <Bar><ButtonLink to="/mentees/new">Add a mentee</ButtonLink></Bar>
      <Sheet>
        {mentees.length === 0 && <Empty title="The young people who are mentored will be here">Each is written down by the bird they chose.</Empty>}
        <Rows>
          {mentees.map((mentee) => (
            <Row key={mentee.id} icon={Bird} tone={mentee.pair ? 'rope' : 'sun'} title={mentee.birdName} to={`/mentees/${mentee.id}`}
              detail={<>{mentee.ownName}{mentee.pair ? <>{mentee.ownName && ' · '}with {mentee.pair.mentor} since <When at={mentee.pair.since} day within /></> : ''}</>}
              tag={!mentee.pair ? <Tag tone="sun">no mentor yet</Tag> : mentee.codeUntil ? <Tag>has a code</Tag> : undefined} />
          ))}
        </Rows>
        <PagesOf to="/mentees" next={next} isFirst={isFirstPage} />
      </Sheet>
      <Reads>Own names are for the youth workers of this setting. Mentors see the bird.</Reads>
    </Shell>
  )
}
