import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findPlan } from '#modules/quality/plans.server.ts'
import { kindNames } from '#app/accreditation/kind-names.ts'
import { standings } from '#app/accreditation/standing.tsx'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { stages, states } from '#app/quality/stages.ts'
import { Why } from '#app/quality/why.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'
import '#app/quality/quality.css'

export const meta: MetaFunction = () => [{ title: 'A sample · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return asPage(findPlan(viewer, { planId: params.planId ?? '' }))
}

const names = (all: { name: string; count: number }[]) => all.map(({ name, count }) => `${name} ${count}`).join(', ')

export default function PlanPage() {
  const { id, where, stage, seed, pool, madeAt, madeBy, title, version, covers, sampled } = useLoaderData<typeof loader>()
  return (
    <Shell back={{ to: '/quality', label: 'Quality' }}>
      <PageTitle kicker={`${where} · ${stages[stage].says}`}>{title}, version {version}</PageTitle>
      <Bar><ButtonLink kind="plain" to={`/quality/plans/${id}/openings`}>Open it to an external quality assurer</ButtonLink></Bar>
      <Sheet aria-labelledby="covers"><h2 id="covers">What it covers</h2>
        <dl className="covers">
          <div><dt>Learners</dt><dd>{names(covers.learners)}</dd></div>
          <div><dt>Assessors</dt><dd>{names(covers.assessors)}</dd></div>
          <div><dt>Kinds of evidence</dt><dd>{covers.methods.map(({ kind, count }) => `${kindNames[kind as keyof typeof kindNames]} ${count}`).join(', ')}</dd></div>
          <div><dt>Criteria</dt><dd>{covers.criteria}</dd></div>
        </dl>
        <p className="small soft">{madeBy} drew {sampled.length} of {pool} decisions, <When at={madeAt} within />. The lot’s number is <code>{seed}</code>: with it and the same decisions, the same are drawn.</p>
      </Sheet>
      <Sheet aria-labelledby="drawn"><h2 id="drawn">What was drawn, and why</h2>
        <Rows ordered>{sampled.map((one) => <Row key={one.id} title={`${one.number} ${one.says}`} to={`/quality/sampled/${one.id}`} tone={states[one.state].tone} tag={states[one.state].says} detail={<>{one.learner}. {one.assessor}: {standings[one.outcome].says.toLowerCase()}. <Why why={one.why} /></>} />)}</Rows>
      </Sheet>
    </Shell>
  )
}
