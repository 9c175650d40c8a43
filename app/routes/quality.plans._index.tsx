import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { plans } from '#modules/quality/plans.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { stages } from '#app/quality/stages.ts'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { PagesOf } from '#app/ui/pages-of.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Samples · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const after = new URL(request.url).searchParams.get('after') ?? undefined
  return { ...(await asPage(plans(viewer, { after }))), isFirst: !after }
}

export default function PlansPage() {
  const { plans: drawn, next, isFirst } = useLoaderData<typeof loader>()
  return (
    <Shell back={{ to: '/quality', label: 'Quality' }}>
      <PageTitle>Samples</PageTitle>
      <Sheet>
        {drawn.length === 0 && <Empty title="Samples will be here">Each says what it was drawn from, and why each decision is in it.</Empty>}
        <Rows>{drawn.map((one) => <Row key={one.id} title={one.title} to={`/quality/plans/${one.id}`} tag={`${one.looked} of ${one.drawn} looked at`} tone={one.looked === one.drawn ? 'rope' : 'plain'} detail={<>Version {one.version}, {stages[one.stage].says.toLowerCase()}. Drawn <When at={one.madeAt} within />.</>} />)}</Rows>
        <PagesOf to="/quality/plans" next={next} isFirst={isFirst} />
      </Sheet>
    </Shell>
  )
}
