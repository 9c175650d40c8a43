import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { placesOfRegister } from '#modules/adults/adult-register.server.ts'
import { mayKeepRegister } from '#modules/adults/policy.ts'
import { shareAdultConcern } from '#modules/adults/share-adult-concern.server.ts'
import type { ShareAdultConcern } from '#modules/adults/share-fields.ts'
import { newId } from '#modules/db/new-id.ts'
import { Forbidden } from '#modules/errors.ts'
import { WriteDownAdult } from '#app/adults/write-down-adult.tsx'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { keptFromOf } from '#app/worried/concern-fields.server.ts'

export const meta: MetaFunction = () => [{ title: 'A concern about an adult, written down · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  return asPage((async () => {
    if (!mayKeepRegister(viewer)) throw new Forbidden('This register is for the safeguarding leads, and for the head where it goes round them.')
    return { id: newId(), meId: viewer.id, places: await placesOfRegister(viewer) }
  })())
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => shareAdultConcern(viewer, { ...fields(form), keptFrom: form.getAll('keptFrom') } as ShareAdultConcern))
  if ('refused' in outcome) {
    outcome.refused.data.said.keptFrom = keptFromOf(form)
    return outcome.refused
  }
  return redirect(`/concerns/adults/${outcome.done}`)
}

export default function NewAdultConcern() {
  const { id, meId, places } = useLoaderData<typeof loader>()
  return (
    <Shell back={{ to: '/concerns/adults', label: 'Concerns about adults' }}>
      <PageTitle kicker="Concerns about adults">Write one down</PageTitle>
      <p>What you saw yourself, or what somebody told you. It can be about you.</p>
      <WriteDownAdult id={id} meId={meId} places={places} about="adult/new" refusal={useActionData<typeof action>()} />
    </Shell>
  )
}
