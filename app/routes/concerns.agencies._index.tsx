import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { agenciesOf } from '#modules/agencies/agencies-of.server.ts'
import { mayKeepSomewhere } from '#modules/agencies/policy.ts'
import { holdsSomewhere } from '#modules/policy.ts'
import { Forbidden } from '#modules/errors.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { AgencyRow } from '#app/agencies/agency-row.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Whom to turn to outside · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return asPage((async () => {
    if (!holdsSomewhere(viewer, 'youth_worker', 'specialist', 'safeguarding_lead', 'deputy_lead', 'head', 'coordinator', 'trainer')) throw new Forbidden('The directory is for the adults of a setting.')
    return { agencies: await agenciesOf(viewer), mayKeep: mayKeepSomewhere(viewer), hasConcerns: holdsSomewhere(viewer, 'youth_worker', 'safeguarding_lead', 'deputy_lead', 'head') }
  })())
}

export default function Agencies() {
  const { agencies, mayKeep, hasConcerns } = useLoaderData<typeof loader>()
  const isNamed = new Set(agencies.map(({ organisationName }) => organisationName)).size > 1
  const groups = [...new Set(agencies.map(({ organisationName, area }) => (isNamed ? `${organisationName}: ${area}` : area)))]
  return (
    <Shell back={hasConcerns ? { to: '/concerns', label: 'Concerns' } : { to: '/', label: 'Today' }}>
      <PageTitle kicker="The directory">Whom to turn to outside</PageTitle>
      <Note tone="signal"><b>Is somebody in danger now?</b> Call <a href="tel:999">999</a> first.</Note>
      {groups.map((group) => (
        <section key={group} className="stack"><h2 className="h3">{group}</h2><Sheet><Rows label={group}>
          {agencies.filter(({ organisationName, area }) => (isNamed ? `${organisationName}: ${area}` : area) === group).map((agency) => <AgencyRow key={agency.id} agency={agency} />)}
        </Rows></Sheet></section>
      ))}
      {agencies.length === 0 && <Empty title="The numbers of your local authority will be here">{mayKeep ? 'Enter the front door of children’s social care first, then emergency duty and the LADO. Belay fills in none of them: they differ from place to place, and change.' : 'The safeguarding lead enters them. Until then, ask the lead, or ring 999 if it cannot wait.'}</Empty>}
      {mayKeep && <Bar><ButtonLink to="/concerns/agencies/new" kind={agencies.length ? 'plain' : 'main'}>Enter another</ButtonLink></Bar>}
    </Shell>
  )
}
