import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { endRole } from '#modules/organisations/end-role.server.ts'
import { findPerson } from '#modules/organisations/find-person.server.ts'
import { roleNames } from '#modules/organisations/role-names.ts'
import { readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Confirm } from '#app/people/confirm.tsx'

export const meta: MetaFunction = () => [{ title: 'End a role · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const person = await asPage(findPerson(viewer, { personId: params.personId ?? '' }))
  const role = person.roles.find(({ id }) => id === params.membershipId)
  if (!role) throw data({ message: 'There is nothing here, or it is not yours to see.' }, { status: 404 })
  if (!role.canEnd) throw data({ message: 'That is for somebody else to do.' }, { status: 403 })
  return { person: { id: person.id, name: person.fullName }, role }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const outcome = await asForm(form, () => endRole(viewer, { membershipId: params.membershipId ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(`/people/${params.personId ?? ''}`)
}

export default function EndRolePage() {
  const { person, role } = useLoaderData<typeof loader>()
  return (
    <Confirm back={{ to: `/people/${person.id}`, label: person.name }} kicker={role.where} title={`End ${person.name} as ${roleNames[role.role].toLowerCase()}?`} button="End the role" message={useActionData<typeof action>()?.message}>
      <p>From that moment they no longer see what the role shows them. What they wrote and did stays on record.</p>
    </Confirm>
  )
}
