import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { momentOf } from '#modules/cohorts/timetable.ts'
import { newId } from '#modules/db/new-id.ts'
import { findRota } from '#modules/safeguarding/find-rota.server.ts'
import { sayAway } from '#modules/safeguarding/say-away.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Say who is away · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const { organisationId, organisationName, timeZone, people } = await asPage(findRota(viewer, { organisationId: params.organisationId ?? '', week: null }))
  if (people.length === 0) throw data({ message: 'Who is away is for themself to say, for a lead, or for the coordinator.' }, { status: 403 })
  return { id: newId(), organisationId, organisationName, timeZone, people, me: viewer.id }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', personId = '', coverId = '', from = '', until = '' } = fields(form)
  const organisationId = params.organisationId ?? ''
  const { timeZone } = await asPage(findRota(viewer, { organisationId, week: null }))
  const at = (local: string) => { try { return momentOf(local, timeZone) } catch { return new Date(NaN) } }
  const outcome = await asForm(form, () => sayAway(viewer, { id, organisationId, personId, coverId, startsAt: at(from), endsAt: at(until) }))
  return 'refused' in outcome ? outcome.refused : redirect(`/organisations/${organisationId}/rota`)
}

export default function AwayPage() {
  const { id, organisationId, organisationName, people, me } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  const covers = [...new Map(people.flatMap((person) => person.covers).map((cover) => [cover.personId, cover])).values()]
  return (
    <Shell back={{ to: `/organisations/${organisationId}/rota`, label: 'Duty and cover' }}>
      <PageTitle kicker={organisationName}>Who is away, and who covers?</PageTitle>
      <p>While it lasts, concerns and clocks that come to the one come to the other too, and so does what they were asked to do. Whoever is away still sees theirs. Nobody gets through cover what is kept from them.</p>
      <Sheet as="div">
        <Problem message={refusal?.message} />
        <Form method="post" className="stack">
          <input type="hidden" name="id" value={refusal?.said.id ?? id} />
          <Field label="Away" problem={refusal?.fields.personId}><select name="personId" required defaultValue={refusal?.said.personId ?? (people.some((person) => person.personId === me) ? me : undefined)}>{people.map((person) => <option key={person.personId} value={person.personId}>{person.name}</option>)}</select></Field>
          <Field label="Covered by" hint="A lead or deputy by another lead or deputy; a youth worker by any of them or another youth worker." problem={refusal?.fields.coverId}><select name="coverId" required defaultValue={refusal?.said.coverId ?? ''}><option value="">Choose</option>{covers.map((person) => <option key={person.personId} value={person.personId}>{person.name}</option>)}</select></Field>
          <Field label="From" problem={refusal?.fields.startsAt}><input type="datetime-local" name="from" required defaultValue={refusal?.said.from} /></Field>
          <Field label="Until" problem={refusal?.fields.endsAt}><input type="datetime-local" name="until" required defaultValue={refusal?.said.until} /></Field>
          <div><Button>Keep it</Button></div>
        </Form>
      </Sheet>
    </Shell>
  )
}
