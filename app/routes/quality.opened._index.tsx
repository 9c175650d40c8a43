import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openedToMe } from '#modules/quality/openings.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Open to you · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { opened: await asPage((async () => openedToMe(viewer))()) }
}

export default function OpenedPage() {
  const { opened } = useLoaderData<typeof loader>()
  return (
    <Shell>
      <PageTitle kicker="External quality assurance">Open to you</PageTitle>
      <Sheet>
        {opened.length === 0 && <Empty title="Samples will be here">A quality assurer of the setting opens one to you between two days. Outside of them there is nothing here to see.</Empty>}
        <Rows>
          {opened.map((one) => (
            <Row key={one.id} title={one.plan ? `${one.plan.title}, version ${one.plan.version}` : 'A sample'} to={one.state === 'open' ? `/quality/opened/${one.id}` : undefined} tone={one.state === 'open' ? 'rope' : 'plain'} tag={one.state === 'open' ? 'Open now' : 'Not yet'}
              detail={<>{one.where}. {one.plan && `Decisions: ${one.plan.drawn}. `}From <When at={one.opensAt} within /> until <When at={one.closesAt} within />.</>} />
          ))}
        </Rows>
      </Sheet>
    </Shell>
  )
}
