import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { cohortMatrix } from '#modules/accreditation/cohort-matrix.server.ts'
import type { Standing as Stands } from '#modules/accreditation/states.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { CohortTable } from '#app/accreditation/cohort-table.tsx'
import { Standing, standings } from '#app/accreditation/standing.tsx'
import '#app/accreditation/accreditation.css'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `What they have shown · ${data?.cohort.name ?? 'A course'} · Belay` }]

const many = 100

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const asked = new URL(request.url).searchParams
  const [specificationId, after, unit] = ['specification', 'after', 'unit'].map((name) => asked.get(name) ?? undefined)
  const isLong = asked.has('all')
  return { ...(await asPage(cohortMatrix(viewer, { cohortId: params.cohortId ?? '', specificationId, after, unit, ...(isLong && { take: many }) }))), isFirst: !after, isLong }
}

export default function CohortMatrixPage() {
  const { cohort, specifications, shown, units, unit, learners, next, isFirst, isLong } = useLoaderData<typeof loader>()
  const to = (given: Record<string, string | undefined>) => {
    const query = new URLSearchParams(Object.entries({ specification: shown === specifications[0] ? undefined : shown?.specificationId, unit: unit?.ref, all: isLong ? 'yes' : undefined, ...given }).filter((entry): entry is [string, string] => Boolean(entry[1])))
    return `?${query.toString()}`
  }
  const heads = unit ? unit.criteria.map(({ id, number, says }, at) => ({ key: id, short: number, long: says, from: unit.from + at, criteria: 1 })) : units.map(({ ref, title, from, criteria }) => ({ key: ref, short: ref, long: title, from, criteria, to: to({ unit: ref }) }))
  return (
    <Shell wide back={unit ? { to: `/cohorts/${cohort.id}/matrix${to({ unit: undefined })}`, label: 'All units' } : { to: `/cohorts/${cohort.id}`, label: cohort.name }}>
      <PageTitle kicker={`${cohort.name} · ${cohort.where}`}>{unit ? `${unit.ref}: ${unit.title}` : 'What they have shown'}</PageTitle>
      {!shown && <Sheet><Empty title="Learners will be here">Whoever coordinates the setting registers them. Then each one’s units stand here, with what is met and what is still to show.</Empty></Sheet>}
      {shown && (
        <>
          <p className="soft">{shown.title}, version {shown.version}. {shown.count === 1 ? '1 learner is' : `${shown.count} learners are`} registered on it{unit ? '.' : '. Open a unit to see it criterion by criterion.'}</p>
          {specifications.length > 1 && <Bar>{specifications.filter((one) => one.specificationId !== shown.specificationId).map((one) => <ButtonLink key={one.specificationId} kind="plain" to={to({ specification: one.specificationId, unit: undefined })}>{one.title}, version {one.version} ({one.count})</ButtonLink>)}</Bar>}
          <div className="matrix-key">{(Object.keys(standings) as Stands[]).map((stands) => <Standing key={stands} of={stands} />)}</div>
          <CohortTable caption={`${cohort.name}: ${unit ? `${unit.ref}, criterion by criterion` : 'every unit'}`} heads={heads} learners={learners} isOpened={unit !== null} />
          <Bar>
            {!isFirst && <ButtonLink kind="plain" to={to({ after: undefined })}>From the start</ButtonLink>}
            {next && <ButtonLink kind="plain" to={to({ after: next })}>More learners</ButtonLink>}
            {!isLong && (next || !isFirst) && <ButtonLink kind="plain" to={to({ all: 'yes', after: undefined })}>{many} on a page, to print</ButtonLink>}
          </Bar>
        </>
      )}
    </Shell>
  )
}
