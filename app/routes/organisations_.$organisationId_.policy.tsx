import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { namePolicy } from '#modules/completion/name-policy.server.ts'
import { policyOf } from '#modules/completion/policy-of.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { ThePolicy } from '#app/completion/the-policy.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'The safeguarding policy · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const organisationId = params.organisationId ?? ''
  const { setting, policy, can } = await asPage(policyOf(viewer, { organisationId }))
  if (!can.name) throw data({ message: 'That is for the coordinator to name.' }, { status: 403 })
  return { organisationId, setting, policy, id: newId() }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const organisationId = params.organisationId ?? ''
  const { id = '', title = '', datedOn = '', address } = fields(form)
  const outcome = await asForm(form, () => namePolicy(viewer, { id, organisationId, title, datedOn, address: address?.trim() }))
  return 'refused' in outcome ? outcome.refused : redirect(`/organisations/${organisationId}`)
}

export default function NamePolicyPage() {
  const { organisationId, setting, policy, id } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: `/organisations/${organisationId}`, label: setting }}>
      <PageTitle kicker={setting}>The safeguarding policy</PageTitle>
      {policy && <Sheet><ThePolicy policy={policy} /></Sheet>}
      <Sheet>
        <h2>{policy ? 'Name a newer one' : 'Which policy counts here?'}</h2>
        <p className="soft">Every mentor says that they have read it before they meet a mentee.{policy && ' Name a newer one, and those who read this one are asked to read that. Pairs that are together stay together.'}</p>
        <Problem message={refusal?.message} />
        <Form method="post" className="stack">
          <input type="hidden" name="id" value={id} />
          <Field label="What it is called" problem={refusal?.fields.title}><input name="title" required minLength={3} maxLength={120} defaultValue={refusal?.said.title} /></Field>
          <Field label="The date that stands on it" problem={refusal?.fields.datedOn}><input type="date" name="datedOn" required defaultValue={refusal?.said.datedOn} /></Field>
          <Field label="Where it can be read" hint="The address of a page that young people can open without signing in. Leave it empty if it is on paper." problem={refusal?.fields.address}><input type="url" name="address" maxLength={500} placeholder="https://" defaultValue={refusal?.said.address} /></Field>
          <Button type="submit">This one counts</Button>
        </Form>
      </Sheet>
    </Shell>
  )
}
