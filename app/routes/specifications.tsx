import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { specifications } from '#modules/accreditation/specifications.server.ts'
import { may } from '#modules/claims/policy.ts'
import { holdsSomewhere } from '#modules/policy.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Criteria · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { example: _text, ...found } = await asPage(specifications(viewer))
  return { ...found, canClaim: may.claimSomewhere(viewer), coordinates: holdsSomewhere(viewer, 'coordinator') }
}

export default function SpecificationsPage() {
  const { specifications: all, canBringIn, canClaim, coordinates } = useLoaderData<typeof loader>()
  return (
    <Shell>
      <PageTitle kicker="What mentors are assessed by">Specifications and their criteria</PageTitle>
      {canBringIn && <Bar><ButtonLink to="/specifications/new">Bring one in</ButtonLink>{canClaim && <ButtonLink kind="plain" to="/claims">Claims</ButtonLink>}{coordinates && <ButtonLink kind="plain" to="/quality/staff">Who assesses</ButtonLink>}</Bar>}
      <Sheet aria-label="Specifications">
        {all.length === 0
          ? <Empty title="Specifications will be here">{canBringIn ? 'Bring in the one your centre is approved for, or try the example.' : 'Whoever coordinates your setting brings one in.'}</Empty>
          : <Rows>{all.map((one) => <Row key={one.id} to={`/specifications/${one.id}`} title={one.title} tag={one.isExample ? 'An example' : `Version ${one.version}`}
              detail={`Version ${one.version}. ${one.units} units, ${one.criteria} criteria. Brought in by ${one.organisationName}.`} />)}</Rows>}
      </Sheet>
    </Shell>
  )
}
