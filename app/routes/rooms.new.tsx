import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { newId } from '#modules/db/new-id.ts'
import { Forbidden } from '#modules/errors.ts'
import { findPeopleForGroups } from '#modules/supervision/find-group.server.ts'
import { makeGroup } from '#modules/supervision/make-group.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { GroupFields } from '#app/rooms/group-fields.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import '#app/rooms/room.css'

export const meta: MetaFunction = () => [{ title: 'A new group · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const organisations = await asPage(findPeopleForGroups(viewer))
  if (organisations.length === 0) throw data({ message: new Forbidden().message }, { status: 403 })
  const chosen = new URL(request.url).searchParams.get('in')
  return { groupId: newId(), organisations: organisations.map(({ id, name }) => ({ id, name })), organisation: organisations.find(({ id }) => id === chosen) ?? organisations[0]! }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const given = fields(form)
  const mentorIds = form.getAll('mentorIds').map(String)
  const outcome = await asForm(form, () => makeGroup(viewer, { ...given, mentorIds } as Parameters<typeof makeGroup>[1]))
  if (!('refused' in outcome)) return redirect(`/rooms/groups/${outcome.done}`)
  // Who was ticked, all of them: as one field they would be the last alone.
  outcome.refused.data.said.mentorIds = mentorIds.join(',')
  return outcome.refused
}

export default function NewGroupPage() {
  const { groupId, organisations, organisation } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const said: Record<string, string> = refusal?.said ?? {}
  const of = (part: string) => organisation.people.filter((one) => one.part === part)
  const choose = (name: string, label: string, part: string) => (
    <Field label={label} problem={refusal?.fields[name]}>
      <select name={name} required defaultValue={said[name] ?? ''}><option value="" disabled>Choose somebody</option>{of(part).map((one) => <option key={one.personId} value={one.personId}>{one.name}</option>)}</select>
    </Field>
  )
  return (
    <Shell back={{ to: '/rooms', label: 'Rooms' }}>
      <PageTitle kicker={organisation.name}>A new supervision group</PageTitle>
      {organisations.length > 1 && <p>For another setting: {organisations.filter(({ id }) => id !== organisation.id).map(({ id, name }) => <Link key={id} to={`/rooms/new?in=${id}`}>{name}</Link>)}</p>}
      <Sheet>
        <Problem message={refusal?.message} />
        <Form method="post" className="stack">
          <input type="hidden" name="groupId" value={said.groupId ?? groupId} />
          <input type="hidden" name="organisationId" value={organisation.id} />
          <GroupFields known={said} problems={refusal?.fields} />
          {choose('youthWorkerId', 'Youth worker', 'youth_worker')}
          {choose('specialistId', 'Mental-health specialist', 'specialist')}
          <p className="soft">The two supervisors are two people. A room opens only with both of them in it.</p>
          {of('mentor').length > 0
            ? <ChoiceGroup legend="Mentors" name="mentorIds" type="checkbox" defaultValue={said.mentorIds?.split(',')} options={of('mentor').map((one) => ({ value: one.personId, label: one.name }))} hint="You can add more later." />
            : <p className="soft">No mentor has joined this setting yet. You can add them later.</p>}
          <Button>Make the group</Button>
        </Form>
      </Sheet>
    </Shell>
  )
}
