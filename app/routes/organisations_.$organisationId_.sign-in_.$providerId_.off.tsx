import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findIdentityProvider } from '#modules/identity/identity-providers.server.ts'
import { switchOffProvider } from '#modules/identity/switch-off-provider.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { Confirm } from '#app/people/confirm.tsx'

export const meta: MetaFunction = () => [{ title: 'Switch a sign-in off · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const { id, name, organisationId, linked, onlyThisWay } = await asPage(findIdentityProvider(viewer, { providerId: params.providerId ?? '' }))
  if (organisationId !== params.organisationId) throw data({ message: 'There is nothing here, or it is not yours to see.' }, { status: 404 })
  return { id, name, organisationId, linked, onlyThisWay }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const form = await readForm(request)
  const outcome = await asForm(form, () => switchOffProvider(viewer, { providerId: params.providerId ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(`/organisations/${outcome.done.organisationId}/sign-in/${params.providerId ?? ''}`)
}

export default function SwitchOffPage() {
  const { id, name, organisationId, linked, onlyThisWay } = useLoaderData<typeof loader>()
  return (
    <Confirm back={{ to: `/organisations/${organisationId}/sign-in/${id}`, label: name }} title={`Switch ${name} off?`} button="Switch it off" message={useActionData<typeof action>()?.message}>
      <p>From that moment nobody comes in by it. {linked === 0 ? 'Nobody uses it yet.' : `${linked} ${linked === 1 ? 'person uses' : 'people use'} it. Whoever is signed in stays so until their time is over.`}</p>
      {onlyThisWay > 0 && <p><b>{onlyThisWay} {onlyThisWay === 1 ? 'person has' : 'people have'} no other way in.</b> You can help them back in, each from their page under People.</p>}
      <p>You can switch it on again, and it still knows everybody.</p>
    </Confirm>
  )
}
