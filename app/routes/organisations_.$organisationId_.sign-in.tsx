import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { School } from 'lucide-react'
import { newId } from '#modules/db/new-id.ts'
import { addIdentityProvider } from '#modules/identity/add-identity-provider.server.ts'
import { callbackOf } from '#modules/identity/begin-school-sign-in.server.ts'
import { identityProviders } from '#modules/identity/identity-providers.server.ts'
import { testIdentityProvider } from '#modules/identity/test-identity-provider.server.ts'
import { findOrganisation } from '#modules/organisations/find-organisation.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { HandedOver } from '#app/people/handed-over.tsx'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { Tag } from '#app/ui/tag.tsx'

export const meta: MetaFunction = () => [{ title: 'Your own sign-in · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const organisationId = params.organisationId ?? ''
  const place = await asPage(findOrganisation(viewer, { organisationId }))
  const providerId = newId()
  return { place: { id: place.id, name: place.name }, providers: await asPage(identityProviders(viewer, { organisationId })), providerId, callback: callbackOf(providerId) }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const form = await readForm(request)
  const { newProviderId, name, issuer, clientId, clientCode, tenant } = fields(form)
  const organisationId = params.organisationId ?? ''
  const outcome = await asForm(form, () => addIdentityProvider(viewer, { providerId: newProviderId ?? '', organisationId, name: name ?? '', issuer: (issuer ?? '').trim(), clientId: clientId ?? '', clientSecret: clientCode, tenant }))
  if ('refused' in outcome) return outcome.refused
  await asPage(testIdentityProvider(viewer, { providerId: outcome.done }))
  return redirect(`/organisations/${organisationId}/sign-in/${outcome.done}`)
}

export default function OwnSignInPage() {
  const { place, providers, providerId, callback } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const id = refusal?.said.newProviderId ?? providerId
  return (
    <Shell back={{ to: `/organisations/${place.id}`, label: place.name }}>
      <PageTitle kicker={place.name}>Your own sign-in</PageTitle>
      <Sheet>
        {providers.length === 0 && <Empty title="Your school’s or club’s sign-in will be here">With it, people come in with the account they have already. A name and a password go on working beside it.</Empty>}
        <Rows>
          {providers.map((provider) => (
            <Row key={provider.id} icon={School} title={provider.name} detail={provider.issuer} to={`/organisations/${place.id}/sign-in/${provider.id}`}
              tag={provider.switchedOffAt ? <Tag>off</Tag> : provider.testProblem ? <Tag tone="sun">did not answer</Tag> : <Tag tone="rope">on</Tag>} />
          ))}
        </Rows>
      </Sheet>
      <Sheet>
        <h2>Add one</h2>
        <p>Your IT registers Belay as a web app for OpenID Connect and gives you an issuer, a client id and a secret. They enter this address as the one to come back to:</p>
        <HandedOver is="link" label="The address to come back to" text={id === providerId ? callback : callback.replace(providerId, id)} />
        <Problem message={refusal?.message} />
        <Form method="post" className="stack">
          <input type="hidden" name="newProviderId" value={id} />
          <Field label="What the button says" hint="For example: Riverside account" problem={refusal?.fields.name}><input name="name" required minLength={2} maxLength={60} defaultValue={refusal?.said.name} /></Field>
          <Field label="Issuer" hint="Google: https://accounts.google.com. Microsoft: https://login.microsoftonline.com/ your tenant’s number /v2.0" problem={refusal?.fields.issuer}><input type="url" name="issuer" required defaultValue={refusal?.said.issuer} /></Field>
          <Field label="Client id" problem={refusal?.fields.clientId}><input name="clientId" required maxLength={300} autoComplete="off" spellCheck={false} defaultValue={refusal?.said.clientId} /></Field>
          <Field label="Client secret" hint="Kept sealed, and not shown again." problem={refusal?.fields.clientSecret}><input type="password" name="clientCode" maxLength={500} autoComplete="off" /></Field>
          <Field label="Your tenant" hint="Google: your domain. Microsoft: the tenant’s number. Without it, people of other schools could ask to come in." problem={refusal?.fields.tenant}><input name="tenant" maxLength={200} autoComplete="off" spellCheck={false} defaultValue={refusal?.said.tenant} /></Field>
          <Button type="submit">Add it and ask whether it answers</Button>
        </Form>
      </Sheet>
    </Shell>
  )
}
