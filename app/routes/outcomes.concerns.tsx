import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { Forbidden } from '#modules/errors.ts'
import { governanceReport } from '#modules/governance/governance-report.server.ts'
import { mayReadReports, settingsReported } from '#modules/governance/settings-reported.server.ts'
import { holdsSomewhere } from '#modules/policy.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { ReportSheets } from '#app/governance/report-sheets.tsx'
import { whichReport } from '#app/governance/which-report.server.ts'
import { PrintButton } from '#app/governance/print-button.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Concerns in figures · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => {
    if (!mayReadReports(viewer)) throw new Forbidden('Reports on concerns are for leads, heads and the delivery site.')
    const settings = await settingsReported(viewer)
    const hasConcerns = holdsSomewhere(viewer, 'safeguarding_lead', 'deputy_lead', 'head')
    const asked = whichReport(new URL(request.url), settings)
    if (!asked) return { hasConcerns, settings, asked, report: null }
    return { hasConcerns, settings, asked, report: await governanceReport(viewer, { organisationId: asked.setting.id, from: asked.from, until: asked.until }) }
  })())
}

export default function ConcernsInFigures() {
  const { hasConcerns, settings, asked, report } = useLoaderData<typeof loader>()
  const back = hasConcerns ? { to: '/concerns', label: 'Concerns' } : { to: '/', label: 'Today' }
  if (!asked) return <Shell back={back}><PageTitle>Concerns in figures</PageTitle><Empty title="Settings you are told of will be here">Once a school or club is supported by your site, its figures stand here, term by term.</Empty></Shell>
  const { setting, terms } = asked
  const address = new URLSearchParams({ setting: setting.id, ...(terms ? { term: asked.from } : { from: asked.from, to: asked.last }) }).toString()
  return (
    <Shell back={back}>
      <PageTitle kicker={`${setting.name} · ${asked.says}`}>Concerns in figures</PageTitle>
      <Sheet tone="sunk">
        <Form method="get" className="report-choose" key={address}>
          {settings.length > 1 && <Field label="Setting"><select name="setting" defaultValue={setting.id}>{settings.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select></Field>}
          {terms
            ? <Field label="Term"><select name="term" defaultValue={asked.from}>{terms.map(({ from, name }) => <option key={from} value={from}>{name}</option>)}</select></Field>
            : <><Field label="From"><input type="date" name="from" defaultValue={asked.from} /></Field><Field label="To"><input type="date" name="to" defaultValue={asked.last} /></Field></>}
          <Button kind="plain">Show</Button>
        </Form>
      </Sheet>
      <ReportSheets report={report} />
      <div className="report-ways"><Bar><a className="button" data-kind="plain" href={`/outcomes/concerns/file?${address}`} download>Take it out as a table</a><PrintButton /></Bar></div>
    </Shell>
  )
}
