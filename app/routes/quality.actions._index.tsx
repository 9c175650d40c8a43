import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openActions } from '#modules/quality/open-actions.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { ActionRows } from '#app/quality/actions-sheet.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { PagesOf } from '#app/ui/pages-of.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Actions · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const asked = new URL(request.url).searchParams
  const [after, toSettle] = [asked.get('after') ?? undefined, asked.has('answered')]
  return { ...(await asPage(openActions(viewer, { as: toSettle ? 'quality_assurer' : 'assessor', after, take: 25 }))), toSettle, isFirst: !after }
}

export default function ActionsPage() {
  const { actions, next, toSettle, isFirst } = useLoaderData<typeof loader>()
  return (
    <Shell back={toSettle ? { to: '/quality', label: 'Quality' } : { to: '/assessment', label: 'Assessment' }}>
      <PageTitle>{toSettle ? 'Answered, for you to settle' : 'A quality assurer asks'}</PageTitle>
      <Sheet>
        {actions.length === 0 && <Empty title="Nothing is open">{toSettle ? 'What assessors answer waits here until you say that it is enough.' : 'Where a quality assurer does not agree, what they ask for waits here.'}</Empty>}
        <ActionRows actions={actions} toSettle={toSettle} />
        <PagesOf to={toSettle ? '/quality/actions?answered=yes' : '/quality/actions'} next={next} isFirst={isFirst} />
      </Sheet>
    </Shell>
  )
}
