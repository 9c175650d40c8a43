import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#modules/db/new-id.ts'
import { helpBackIn } from '#modules/identity/help-back-in.server.ts'
import { helpFor } from '#modules/identity/help-for.server.ts'
import { findPerson } from '#modules/organisations/find-person.server.ts'
import { settings } from '#modules/settings.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { CodeForThem } from '#app/people/code-for-them.tsx'
import { HelpHere } from '#app/people/help-here.tsx'
import { HelpBefore } from '#app/people/help-before.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Help somebody back in · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const personId = params.personId ?? ''
  const person = await asPage(findPerson(viewer, { personId }))
  const places = await asPage(helpFor(viewer, { personId }))
  if (places.length === 0) throw data({ message: 'That is for somebody else to do.' }, { status: 403 })
  return { person: { id: person.id, name: person.name, fullName: person.fullName }, places, helpId: newId(), address: `${settings().baseUrl}/back-in` }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const form = await readForm(request)
  const { helpId, organisationId } = fields(form)
  const outcome = await asForm(form, () => helpBackIn(viewer, { helpId: helpId ?? '', organisationId: organisationId ?? '', personId: params.personId ?? '' }))
  return 'refused' in outcome ? outcome.refused : outcome.done
}

export default function HelpBackInPage() {
  const { person, places, helpId, address } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = answer && 'message' in answer ? answer : undefined
  return (
    <Shell back={{ to: `/people/${person.id}`, label: person.fullName }}>
      <PageTitle kicker={person.fullName}>Help {person.name} back in</PageTitle>
      {answer && 'code' in answer && <CodeForThem code={answer.code} half={answer.isHalf ? 'first' : null} expiresAt={answer.expiresAt} name={person.name} address={address} />}
      <Problem message={refusal?.message} />
      {places.map((place) => (!answer || 'message' in answer || !place.open) && <HelpHere key={place.organisationId} person={person} place={place} helpId={helpId} />)}
      <HelpBefore past={places.flatMap((place) => place.past)} />
    </Shell>
  )
}
