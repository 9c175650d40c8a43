import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findOpened } from '#modules/quality/find-opened.server.ts'
import { standings } from '#app/accreditation/standing.tsx'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { stages, states } from '#app/quality/stages.ts'
import { Watermark } from '#app/quality/watermark.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'A sample · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return asPage(findOpened(viewer, { openingId: params.openingId ?? '' }))
}

export default function OpenedSamplePage() {
  const { id, where, stage, title, version, seed, pool, madeAt, madeBy, mark, closesAt, sampled } = useLoaderData<typeof loader>()
  return (
    <Shell back={{ to: '/quality/opened', label: 'Open to you' }}>
      <PageTitle kicker={`${where} · ${stages[stage].says}`}>{title}, version {version}</PageTitle>
      <Watermark mark={mark} closesAt={closesAt} />
      <Sheet aria-labelledby="drawn"><h2 id="drawn">What was drawn</h2>
        <Rows ordered>{sampled.map((one) => <Row key={one.id} title={`${one.number} ${one.says}`} to={`/quality/opened/${id}/sampled/${one.id}`} tone={states[one.state].tone} tag={states[one.state].says} detail={`${one.learner}. ${one.assessor}: ${standings[one.outcome].says.toLowerCase()}.`} />)}</Rows>
        <p className="small soft">{madeBy} drew {sampled.length} of {pool} decisions, <When at={madeAt} within />. The lot’s number is <code>{seed}</code>.</p>
      </Sheet>
    </Shell>
  )
}
