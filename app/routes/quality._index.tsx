import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { toSignOff } from '#modules/quality/find-sign-off.server.ts'
import { openActions } from '#modules/quality/open-actions.server.ts'
import { holdsSomewhere } from '#modules/policy.ts'
import { plans } from '#modules/quality/plans.server.ts'
import { may } from '#modules/quality/policy.ts'
import { toLookAt } from '#modules/quality/to-look-at.server.ts'
import { standings } from '#app/accreditation/standing.tsx'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { ActionsSheet } from '#app/quality/actions-sheet.tsx'
import { stages } from '#app/quality/stages.ts'
import { Why } from '#app/quality/why.tsx'
import { Avatar } from '#app/ui/avatar.tsx'
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

export const meta: MetaFunction = () => [{ title: 'Quality · Belay' }]

// As many as somebody works through in one sitting; the next come up as these are done.
const atOnce = 15

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  if (!may.lookOver(viewer) && holdsSomewhere(viewer, 'external_quality_assurer')) throw redirect('/quality/opened')
  const after = new URL(request.url).searchParams.get('after') ?? undefined
  const [desk, answered, ready, drawn] = await asPage(Promise.all([toLookAt(viewer, { after, take: atOnce }), openActions(viewer, { as: 'quality_assurer' }), toSignOff(viewer, { take: atOnce }), plans(viewer)]))
  return { ...desk, answered, ready, drawn: drawn.plans, morePlans: drawn.next !== null, isFirst: !after }
}

export default function QualityPage() {
  const { waiting, next, answered, ready, drawn, morePlans, isFirst } = useLoaderData<typeof loader>()
  return (
    <Shell>
      <PageTitle kicker="Looking over what assessors decide">Quality</PageTitle>
      <Bar><ButtonLink to="/quality/plans/new">Draw a sample</ButtonLink><ButtonLink kind="plain" to="/quality/standardisation">Deciding alike</ButtonLink><ButtonLink kind="plain" to="/quality/staff">Who assesses</ButtonLink></Bar>
      {answered.actions.length > 0 && <ActionsSheet actions={answered.actions} more={answered.next !== null} toSettle />}
      <Sheet aria-labelledby="waiting"><h2 id="waiting">Drawn and waiting, longest first</h2>
        {waiting.length === 0 && <Empty title="Nothing waits to be looked at">Draw a sample, and what was drawn waits here.</Empty>}
        <Rows>
          {waiting.map((one) => (
            <Row key={one.id} icon={<Avatar name={one.learner} />} title={`${one.unit} ${one.number} ${one.says}`} to={`/quality/sampled/${one.id}`} tone={one.isForAColleague ? 'plain' : 'dusk'}
              tag={one.isForAColleague ? 'For a colleague' : undefined}
              detail={<>{one.learner}, {one.where}. {one.assessor}: {standings[one.outcome].says.toLowerCase()}. Drawn <When at={one.drawnAt} within />. <Why why={one.why} /></>} />
          ))}
        </Rows>
        <PagesOf to="/quality" next={next} isFirst={isFirst} />
      </Sheet>
      {isFirst && ready.length > 0 && (
        <Sheet aria-labelledby="ready"><h2 id="ready">Met in everything, to be signed off</h2>
          <Rows>{ready.map((one) => <Row key={one.id} icon={<Avatar name={one.name} />} title={one.name} to={`/quality/learners/${one.id}`} tone={one.waits || one.isForAColleague ? 'plain' : 'rope'} tag={one.isForAColleague ? 'For a colleague' : one.waits ? 'Something waits first' : 'Ready'} detail={<>{one.where}. Since <When at={one.since} within />.</>} />)}</Rows>
          {ready.length === atOnce && <p className="small soft">There may be more: they come up here as these are signed off.</p>}
        </Sheet>
      )}
      {isFirst && (
        <Sheet aria-labelledby="drawn"><h2 id="drawn">Samples</h2>
          {drawn.length === 0 && <Empty title="Samples will be here">Each says what it was drawn from, and why each decision is in it.</Empty>}
          <Rows>{drawn.map((one) => <Row key={one.id} title={one.title} to={`/quality/plans/${one.id}`} tag={`${one.looked} of ${one.drawn} looked at`} tone={one.looked === one.drawn ? 'rope' : 'plain'} detail={<>Version {one.version}, {stages[one.stage].says.toLowerCase()}. Drawn <When at={one.madeAt} within />.</>} />)}</Rows>
          {morePlans && <p className="small"><Link to="/quality/plans">All samples</Link></p>}
        </Sheet>
      )}
    </Shell>
  )
}
