import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { appeals } from '#modules/registers/appeals.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { PagesOf } from '#app/ui/pages-of.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'Second looks · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const after = new URL(request.url).searchParams.get('after') ?? undefined
  return { ...(await asPage(appeals(viewer, { after }))), isFirst: !after }
}

export default function AppealsPage() {
  const { appeals: all, next, isFirst } = useLoaderData<typeof loader>()
  return (
    <Shell back={{ to: '/assessment', label: 'Assessment' }}>
      <PageTitle kicker="Appeals">Second looks</PageTitle>
      <Sheet aria-label="Second looks">
        {all.length === 0 ? <Empty title="What learners ask to have looked at again will be here">They ask from their portfolio, beside a decision. Somebody who had no part in it looks.</Empty> : (
          <Rows>{all.map((one) => <Row key={one.id} icon={<Avatar name={one.name} />} title={`${one.name}: criterion ${one.number}`} to={`/appeals/${one.id}`} tone={one.isChanged === null ? 'dusk' : 'plain'}
            tag={one.isChanged === null ? (one.takenBy ? `${one.takenBy} looks` : 'Waits') : one.isChanged ? 'Changed' : 'Stands'}
            detail={<>{one.where}. Asked <When at={one.raisedAt} within />{one.stage === 2 && ', the second time'}.{one.isChanged === null && <> An answer by <When at={one.dueAt} day within />.</>}</>} />)}</Rows>
        )}
        <PagesOf to="/appeals" next={next} isFirst={isFirst} />
      </Sheet>
    </Shell>
  )
}
