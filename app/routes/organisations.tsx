import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { School } from 'lucide-react'
import { claimTotals } from '#modules/claims/claim-totals.server.ts'
import { howTotalsAreTold } from '#modules/figures/say-figure.ts'
import { holdsSomewhere } from '#modules/policy.ts'
import { settingsSupported } from '#modules/organisations/settings-supported.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Totals } from '#app/organisations/totals.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Settings we support · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  // Somebody of one setting means their own.
  const own = viewer.memberships.find(({ role }) => role === 'coordinator' || role === 'head')
  if (!holdsSomewhere(viewer, 'programme_lead') && own) throw redirect(`/organisations/${own.organisationId}`)
  const [settings, claims] = await asPage(Promise.all([settingsSupported(viewer), claimTotals(viewer)]))
  return { settings, claims }
}

export default function OrganisationsPage() {
  const { settings, claims } = useLoaderData<typeof loader>()
  return (
    <Shell>
      <PageTitle>Settings we support</PageTitle>
      <Bar><ButtonLink to="/organisations/new">Take a setting on</ButtonLink><ButtonLink kind="plain" to="/people">People to begin with</ButtonLink></Bar>
      <Sheet>
        {settings.length === 0 && <Empty title="The schools and clubs you support will be here">Take the first one on above.</Empty>}
        <Rows>
          {settings.map((setting) => (
            <Row key={setting.id} icon={School} tone="rope" title={setting.name} to={`/organisations/${setting.id}`}
              detail={<Totals setting={setting} claims={claims.find((one) => one.setting === setting.id)} />} />
          ))}
        </Rows>
      </Sheet>
      <p className="soft small">{howTotalsAreTold} Of the learners registered for a qualification, the last three figures say how many are not claimed for yet, are claimed for, and have their certificate.</p>
    </Shell>
  )
}
