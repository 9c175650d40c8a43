import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { adjustments } from '#modules/registers/adjustments.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { adjustmentKinds } from '#app/registers/adjustment-kinds.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { PagesOf } from '#app/ui/pages-of.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Adjustments · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const after = new URL(request.url).searchParams.get('after') ?? undefined
  return { ...(await asPage(adjustments(viewer, { after }))), isFirst: !after }
}

export default function AdjustmentsPage() {
  const { adjustments: all, next, isFirst } = useLoaderData<typeof loader>()
  return (
    <Shell back={{ to: '/assessment', label: 'Assessment' }}>
      <PageTitle kicker="So that everybody can show what they can">Adjustments</PageTitle>
      <Sheet aria-label="Adjustments">
        {all.length === 0 ? <Empty title="What learners ask for will be here">A learner asks from their portfolio. You can ask for somebody from their page in Assessment.</Empty> : (
          <Rows>{all.map((one) => <Row key={one.id} icon={<Avatar name={one.name} />} title={one.name} to={`/adjustments/${one.id}`} tone={one.isAgreed === null ? 'dusk' : one.isAgreed && !one.endedAt ? 'rope' : 'plain'}
            tag={one.isAgreed === null ? 'Waits for you' : one.endedAt ? 'Ended' : one.isAgreed ? 'Done' : 'Not like this'} detail={<>{one.where}. {adjustmentKinds[one.kind].label}, asked <When at={one.askedAt} within />.</>} />)}</Rows>
        )}
        <PagesOf to="/adjustments" next={next} isFirst={isFirst} />
      </Sheet>
    </Shell>
  )
}
