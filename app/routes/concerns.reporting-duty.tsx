import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#modules/db/new-id.ts'
import { reportingDuties } from '#modules/reporting/reporting-duties.server.ts'
import { setReportingDuty } from '#modules/reporting/set-reporting-duty.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: 'The duty to report · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  return { duties: (await asPage(reportingDuties(viewer))).map((duty) => ({ ...duty, id: newId() })) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => setReportingDuty(viewer, fields(form) as never))
  return 'refused' in outcome ? outcome.refused : redirect('/concerns/reporting-duty')
}

export default function ReportingDuty() {
  const { duties } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: '/concerns', label: 'Concerns' }}>
      <PageTitle kicker="Concerns">The duty to report child sexual offences</PageTitle>
      <Note tone="sun"><b>Belay has not verified from which day it is in force.</b> The Crime and Policing Act 2026 was passed; look at legislation.gov.uk, or ask your local authority, and set the day here. Until then it is off, and nobody is asked.</Note>
      {duties.map((duty) => {
        const mine = refusal?.said.organisationId === duty.organisationId ? refusal : undefined
        return (
          <Sheet key={duty.organisationId} aria-label={duty.organisationName}>
            <h2 className="h3">{duty.organisationName} <Tag tone={duty.inForceFrom ? 'rope' : 'plain'}>{duty.inForceFrom ? 'on' : 'off'}</Tag></h2>
            {duty.setAt && <p className="small soft">Set <When at={duty.setAt} within />.</p>}
            <Problem message={mine?.message} />
            {mine && mine.said.insteadOfId !== (duty.standsId ?? '') && <Note><b>What holds now, {duty.inForceFrom ? `from ${duty.inForceFrom}` : 'switched off'}:</b><p className="said">{duty.explanation}</p></Note>}
            <DraftForm key={String(duty.setAt)} className="stack" about={`reporting-duty/${duty.organisationId}`} id={mine?.said.id ?? duty.id}>
              <input type="hidden" name="organisationId" value={duty.organisationId} />
              <input type="hidden" name="insteadOfId" value={duty.standsId ?? ''} />
              <Field label="In force from" hint="Empty: it is off." problem={mine?.fields.inForceFrom}><input type="date" name="inForceFrom" defaultValue={mine?.said.inForceFrom ?? duty.inForceFrom ?? ''} /></Field>
              <Field label="What an adult is told" hint="Whoever is 18 or older and raised or keeps a concern reads this." problem={mine?.fields.explanation}><textarea name="explanation" rows={10} required maxLength={6000} defaultValue={mine?.said.explanation ?? duty.explanation} /></Field>
              <div><Button>Set it</Button></div>
            </DraftForm>
          </Sheet>
        )
      })}
    </Shell>
  )
}
