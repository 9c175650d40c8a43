import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { closeDays } from '#modules/calendar/close-days.server.ts'
import { findCalendar } from '#modules/calendar/find-calendar.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Closed days · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { organisationId, organisationName, mayKeep } = await asPage(findCalendar(viewer, params.organisationId ?? ''))
  if (!mayKeep) throw data({ message: 'Closed days are for the coordinator or the safeguarding lead to enter.' }, { status: 403 })
  return { id: newId(), organisationId, organisationName }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', name = '', startsOn = '', endsOn = '' } = fields(form)
  const organisationId = params.organisationId ?? ''
  const outcome = await asForm(form, () => closeDays(viewer, { id, organisationId, name, startsOn, endsOn: endsOn || startsOn }))
  return 'refused' in outcome ? outcome.refused : redirect(`/organisations/${organisationId}/calendar`)
}

export default function ClosedDaysPage() {
  const { id, organisationId, organisationName } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: `/organisations/${organisationId}/calendar`, label: 'When somebody is there' }}>
      <PageTitle kicker={organisationName}>Add closed days</PageTitle>
      <Sheet>
        <Problem message={refusal?.message} />
        <Form method="post" className="stack">
          <input type="hidden" name="id" value={refusal?.said.id ?? id} />
          <Field label="Why it is closed" hint="For example: Training day" problem={refusal?.fields.name}><input name="name" required minLength={2} maxLength={60} defaultValue={refusal?.said.name} /></Field>
          <Field label="First day" problem={refusal?.fields.startsOn}><input type="date" name="startsOn" required defaultValue={refusal?.said.startsOn} /></Field>
          <Field label="Last day" hint="Leave it empty for one day." problem={refusal?.fields.endsOn}><input type="date" name="endsOn" defaultValue={refusal?.said.endsOn} /></Field>
          <div><Button>Add them</Button></div>
        </Form>
      </Sheet>
    </Shell>
  )
}
