import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findSpecification } from '#modules/accreditation/specifications.server.ts'
import { holdsSomewhere } from '#modules/policy.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { UnitOfCriteria } from '#app/accreditation/unit-of-criteria.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? 'Specification'} · Belay` }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const found = await asPage(findSpecification(viewer, { specificationId: params.specificationId ?? '' }))
  return { ...found, canRegister: holdsSomewhere(viewer, 'coordinator') }
}

export default function SpecificationPage() {
  const { title, code, version, isExample, level, credits, guidedHours, organisationName, units, names, id, canRegister } = useLoaderData<typeof loader>()
  const facts = [`${code}, version ${version}`, level !== null && `level ${level}`, credits !== null && `${credits} credits`, guidedHours !== null && `${guidedHours} guided hours`].filter(Boolean)
  return (
    <Shell back={{ to: '/specifications', label: 'Specifications' }}>
      <PageTitle kicker={facts.join(' · ')}>{title}</PageTitle>
      {isExample && <Note tone="sun">This is an example, written by us. It is no awarding body’s specification and leads to no certificate of one.</Note>}
      <p className="soft">Brought in by {organisationName}. A change is a new version; learners stay on the one they were registered on.</p>
      {canRegister && <Bar><ButtonLink to={`/specifications/${id}/learners`}>Register learners</ButtonLink><ButtonLink kind="plain" to="/claims">Claims</ButtonLink></Bar>}
      {units.map((unit, at) => <UnitOfCriteria key={unit.id} unit={unit} names={names} isOpen={at === 0} />)}
    </Shell>
  )
}
