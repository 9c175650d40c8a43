import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cases } from '#modules/registers/cases.server.ts'
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
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Malpractice register · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const after = new URL(request.url).searchParams.get('after') ?? undefined
  return { ...(await asPage(cases(viewer, { after }))), isFirst: !after }
}

export default function MalpracticePage() {
  const { cases: all, next, isFirst } = useLoaderData<typeof loader>()
  return (
    <Shell>
      <PageTitle kicker="Malpractice register">Something that may not have been right</PageTitle>
      <Bar><ButtonLink to="/malpractice/new">Write something down</ButtonLink></Bar>
      <Sheet aria-label="Cases">
        {all.length === 0 ? <Empty title="What was written down will be here">Copied work, a statement that is not true, a decision made as a favour: write it down, and the head and the quality assurers look into it. A worry about a young person’s safety is not for here: use “I’m worried about someone”.</Empty> : (
          <Rows>{all.map((one) => <Row key={one.id} title={one.keeps ? one.about : `About ${one.about}`} to={one.keeps ? `/malpractice/${one.id}` : undefined} tone={one.endedAt ? 'plain' : 'dusk'} tag={one.endedAt ? 'Ended' : 'Being looked into'}
            detail={<>{one.where}. {one.isMine ? 'You wrote it down' : 'Written down'} <When at={one.reportedAt} within />{one.endedAt && <>, ended <When at={one.endedAt} within /></>}.</>} />)}</Rows>
        )}
        <PagesOf to="/malpractice" next={next} isFirst={isFirst} />
      </Sheet>
    </Shell>
  )
}
