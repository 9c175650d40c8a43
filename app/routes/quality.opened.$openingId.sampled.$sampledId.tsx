import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findOpenedDecision } from '#modules/quality/find-opened.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { DecisionsLookedAt, EvidenceLookedAt } from '#app/quality/decision-looked-at.tsx'
import { Thread } from '#app/quality/thread.tsx'
import { Watermark } from '#app/quality/watermark.tsx'
import { Why } from '#app/quality/why.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'A decision · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return asPage(findOpenedDecision(viewer, { openingId: params.openingId ?? '', sampledId: params.sampledId ?? '' }))
}

export default function OpenedDecisionPage() {
  const { openingId, learner, assessor, criterion, evidence, decisions, judgement, actions, why, mark, closesAt } = useLoaderData<typeof loader>()
  return (
    <Shell wide back={{ to: `/quality/opened/${openingId}`, label: 'The sample' }}>
      <PageTitle kicker={`${learner} · decided by ${assessor}`}>{criterion.number} {criterion.says}</PageTitle>
      <Watermark mark={mark} closesAt={closesAt} />
      <div className="small soft">Why it was drawn: <Why why={why} /></div>
      <div className="decide">
        <EvidenceLookedAt evidence={evidence} />
        <div className="stack"><DecisionsLookedAt decisions={decisions} /><Thread judgement={judgement} actions={actions} /></div>
      </div>
    </Shell>
  )
}
