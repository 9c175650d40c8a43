import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { setSupervisionDays } from '#modules/organisations/set-supervision-days.server.ts'
import { findOrganisation } from '#modules/organisations/find-organisation.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'How often supervision is · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { id, name, supervisionDays, can } = await asPage(findOrganisation(viewer, { organisationId: params.organisationId ?? '' }))
  if (!can.arrange) throw data({ message: 'That is for the coordinator or the head to change.' }, { status: 403 })
  return { id, name, supervisionDays }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const organisationId = params.organisationId ?? ''
  const outcome = await asForm(form, () => setSupervisionDays(viewer, { organisationId, days: fields(form).days ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(`/organisations/${organisationId}`)
}

export default function SupervisionDaysPage() {
  const { id, name, supervisionDays } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: `/organisations/${id}`, label: name }}>
      <PageTitle kicker={name}>How often supervision is</PageTitle>
      <Sheet>
        <Problem message={refusal?.message} />
        <Form method="post" className="stack">
          <Field label="At least every so many days" hint="Only days inside your terms count. A fortnight is what the programme asks for." problem={refusal?.fields.days}><input type="number" name="days" required min={7} max={60} defaultValue={refusal?.said.days ?? supervisionDays} /></Field>
          <Button type="submit">Change</Button>
        </Form>
      </Sheet>
    </Shell>
  )
}
