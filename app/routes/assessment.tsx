import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Grid3x3 } from 'lucide-react'
import { cohortsToLookOver } from '#modules/accreditation/cohort-matrix.server.ts'
import { learners } from '#modules/accreditation/learners.server.ts'
import { holdsSomewhere } from '#modules/policy.ts'
import { openActions } from '#modules/quality/open-actions.server.ts'
import { toCountersign } from '#modules/quality/staff.server.ts'
import { may } from '#modules/registers/policy.ts'
import { RegistersSheet } from '#app/registers/registers-sheet.tsx'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { ActionsSheet } from '#app/quality/actions-sheet.tsx'
import { CountersignSheet } from '#app/quality/countersign-sheet.tsx'
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

export const meta: MetaFunction = () => [{ title: 'Assessment · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const after = new URL(request.url).searchParams.get('after') ?? undefined
  const [page, asked, cohorts, alone] = await asPage(Promise.all([learners(viewer, { after }), openActions(viewer, { as: 'assessor' }), after ? [] : cohortsToLookOver(viewer), toCountersign(viewer)]))
  return { ...page, asked, cohorts, alone, assesses: holdsSomewhere(viewer, 'assessor', 'quality_assurer'), isFirst: !after, can: { adjust: may.seeAdjustments(viewer), appeals: may.seeAppeals(viewer), report: may.reportSomewhere(viewer) } }
}

export default function AssessmentPage() {
  const { learners: all, next, decides, asked, cohorts, alone, assesses, isFirst, can } = useLoaderData<typeof loader>()
  const waits = all.filter(({ waitingSince, withdrawnAt }) => waitingSince && !withdrawnAt)
  const groups = [
    { title: decides ? 'Waiting for you or a colleague, longest first' : 'With the assessor, longest first', learners: waits },
    { title: 'Nothing waiting', learners: all.filter((one) => !waits.includes(one)) },
  ].filter((group) => group.learners.length > 0)
  return (
    <Shell>
      <PageTitle kicker="Learners and their evidence">Assessment</PageTitle>
      {all.length === 0 && <Sheet><Empty title="Learners will be here">Whoever coordinates a setting registers its learners. What they hand in waits here, the longest first.</Empty></Sheet>}
      {assesses && <Bar><ButtonLink kind="plain" to="/quality/standardisation">Deciding alike</ButtonLink><ButtonLink kind="plain" to="/quality/staff">Who assesses</ButtonLink></Bar>}
      {isFirst && asked.actions.length > 0 && <ActionsSheet actions={asked.actions} more={asked.next !== null} />}
      {isFirst && alone.length > 0 && <CountersignSheet decisions={alone} />}
      {groups.map((group) => (
        <Sheet key={group.title}>
          <h2>{group.title}</h2>
          <Rows>
            {group.learners.map((one) => (
              <Row key={one.id} icon={<Avatar name={one.name} />} title={one.name} to={`/assessment/${one.id}`} tone={waits.includes(one) ? 'dusk' : 'plain'}
                tag={one.withdrawnAt ? 'Withdrawn' : one.waiting > 0 ? `${one.waiting} to look at` : undefined}
                detail={<>{one.where}. {one.met} of {one.criteria} met.{one.waitingSince && !one.withdrawnAt && <> Waiting since <When at={one.waitingSince} within />.</>}</>} />
            ))}
          </Rows>
        </Sheet>
      ))}
      {cohorts.length > 0 && (
        <Sheet aria-labelledby="courses"><h2 id="courses">A whole course at once</h2>
          <Rows>{cohorts.map((one) => <Row key={one.id} icon={Grid3x3} title={one.name} detail={one.where} to={`/cohorts/${one.id}/matrix`} />)}</Rows>
        </Sheet>
      )}
      <PagesOf to="/assessment" next={next} isFirst={isFirst} />
      <RegistersSheet can={can} />
    </Shell>
  )
}
