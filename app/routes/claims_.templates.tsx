import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { claimFields, dateFormats } from '#modules/claims/template.ts'
import { templates } from '#modules/claims/templates.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'How the tables are laid out · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return asPage(templates(viewer))
}

export default function TemplatesPage() {
  const { templates: all, places } = useLoaderData<typeof loader>()
  return (
    <Shell back={{ to: '/claims', label: 'Claims' }}>
      <PageTitle kicker="What the awarding bodies ask for">How the tables are laid out</PageTitle>
      <Bar><ButtonLink to="/claims/templates/new">Lay out a table</ButtonLink></Bar>
      {all.length === 0 && <Sheet><Empty title="Your awarding bodies’ tables will be here">Each has its own: which columns, in which order, how dates are written. Lay the first one out from their form.</Empty></Sheet>}
      {all.map((one) => (
        <Sheet key={one.id} aria-labelledby={`t-${one.id}`}><h2 id={`t-${one.id}`}>{one.name}</h2>
          <p className="soft">{places.find(({ id }) => id === one.organisationId)?.name}, since <When at={one.madeAt} within />. Dates as {dateFormats[one.dateFormat]}. {one.needsUln ? 'A ULN is needed.' : 'A ULN may be missing.'}</p>
          <ol>{one.columns.map(({ header, field, fixed }) => <li key={header}><b>{header}</b>: {field === 'fixed' ? (fixed ? `“${fixed}”` : 'left empty') : claimFields[field]}</li>)}</ol>
          <Bar><ButtonLink kind="plain" to={`/claims/templates/new?from=${one.id}`}>Change it<span className="visually-hidden">: {one.name}</span></ButtonLink></Bar>
        </Sheet>
      ))}
    </Shell>
  )
}
