import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { changePhone } from '#modules/organisations/change-phone.server.ts'
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

export const meta: MetaFunction = () => [{ title: 'The number to call · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { id, name, phone, can } = await asPage(findOrganisation(viewer, { organisationId: params.organisationId ?? '' }))
  if (!can.arrange) throw data({ message: 'That is for the coordinator or the head to change.' }, { status: 403 })
  return { id, name, phone }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const organisationId = params.organisationId ?? ''
  const outcome = await asForm(form, () => changePhone(viewer, { organisationId, phone: fields(form).phone ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(`/organisations/${organisationId}`)
}

export default function PhonePage() {
  const { id, name, phone } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: `/organisations/${id}`, label: name }}>
      <PageTitle kicker={name}>The number to call</PageTitle>
      <Sheet>
        <Problem message={refusal?.message} />
        <Form method="post" className="stack">
          <Field label="Number" hint="One that somebody answers while the setting is open. It stands on every page of help." problem={refusal?.fields.phone}><input type="tel" name="phone" required maxLength={30} defaultValue={refusal?.said.phone ?? phone ?? ''} /></Field>
          <Button type="submit">Change</Button>
        </Form>
      </Sheet>
    </Shell>
  )
}
