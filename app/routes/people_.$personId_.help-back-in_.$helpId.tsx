import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { helpFor } from '#modules/identity/help-for.server.ts'
import { joinInHelping } from '#modules/identity/join-in-helping.server.ts'
import { findPerson } from '#modules/organisations/find-person.server.ts'
import { settings } from '#modules/settings.server.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireRecentProof } from '#app/http/session.server.ts'
import { CodeForThem } from '#app/people/code-for-them.tsx'
import { Confirm } from '#app/people/confirm.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'The second half · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const personId = params.personId ?? ''
  const person = await asPage(findPerson(viewer, { personId }))
  const open = (await asPage(helpFor(viewer, { personId }))).map((place) => place.open).find((one) => one?.id === params.helpId)
  if (!open) throw data({ message: 'That has been used, taken back, or its hour is over.' }, { status: 404 })
  return { person: { id: person.id, name: person.name, fullName: person.fullName }, by: open.by[0] ?? 'A colleague', expiresAt: open.expiresAt, isGiven: open.isWhole, address: `${settings().baseUrl}/back-in` }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { viewer } = await requireRecentProof(context, request, { always: true })
  const form = await readForm(request)
  const outcome = await asForm(form, () => joinInHelping(viewer, { helpId: params.helpId ?? '' }))
  return 'refused' in outcome ? outcome.refused : outcome.done
}

export default function SecondHalfPage() {
  const { person, by, expiresAt, isGiven, address } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const back = { to: `/people/${person.id}/help-back-in`, label: `Help ${person.name} back in` }
  if (answer && 'code' in answer) return (
    <Shell back={back}>
      <PageTitle kicker={person.fullName}>The second half</PageTitle>
      <CodeForThem code={answer.code} half="second" expiresAt={expiresAt} name={person.name} address={address} />
    </Shell>
  )
  return (
    <Confirm back={back} kicker={person.fullName} title={`Give the second half for ${person.name}?`} button="Give the second half" message={answer?.message ?? (isGiven ? 'Both halves have been given.' : undefined)}>
      <p>{by} has given the first half. With both, {person.name} chooses a new password and is signed out everywhere else.</p>
      <p>Do it only if {person.name} is with you, or you know their voice, and it is really them who asks. They see who helped them.</p>
    </Confirm>
  )
}
