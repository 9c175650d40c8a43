import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#modules/db/new-id.ts'
import { Forbidden, NotFound } from '#modules/errors.ts'
import { findWebhook } from '#modules/reaching/find-webhook.server.ts'
import { renewSecret } from '#modules/reaching/renew-secret.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { TheSecret } from '#app/reaching/the-secret.tsx'
import { Button } from '#app/ui/button.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'A new secret · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  return asPage((async () => {
    const { organisationId, organisationName, keepsIt, webhook } = await findWebhook(viewer, params.organisationId ?? '')
    if (!keepsIt) throw new Forbidden()
    if (!webhook) throw new NotFound()
    return { organisationId, organisationName, id: newId() }
  })())
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const form = await readForm(request)
  const outcome = await asForm(form, () => renewSecret(viewer, { id: fields(form).id ?? '', organisationId: params.organisationId ?? '' }))
  return 'refused' in outcome ? outcome.refused : data({ secret: outcome.done.secret })
}

export default function NewSecretPage() {
  const { organisationId, organisationName, id } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const back = `/organisations/${organisationId}/webhook`
  return (
    <Shell back={{ to: back, label: 'Text messages' }}>
      <PageTitle kicker={organisationName}>A new secret</PageTitle>
      {answer && 'secret' in answer ? <TheSecret secret={answer.secret} back={back} /> : (
        <Sheet>
          <Problem message={answer?.message} />
          <p>For a day from then on Belay signs with the new one and with the one before it, so that nothing is lost while the gateway is changed. It is shown once.</p>
          <Form method="post"><input type="hidden" name="id" value={id} /><Button>Make it</Button></Form>
        </Sheet>
      )}
    </Shell>
  )
}
