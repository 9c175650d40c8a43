import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { beforeABadge } from '#modules/awards/before-a-badge.server.ts'
import { newId } from '#modules/db/new-id.ts'
import { findPerson } from '#modules/organisations/find-person.server.ts'
import { sayThirteenOrOlder } from '#modules/organisations/thirteen-or-older.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { When } from '#app/ui/when.tsx'

export const meta: MetaFunction = () => [{ title: '13 or older · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const personId = params.personId ?? ''
  const [person, places] = await asPage(Promise.all([findPerson(viewer, { personId }), beforeABadge(viewer, { personId })]))
  if (places.length === 0 || places.some(({ isUnder }) => isUnder)) throw data({ message: 'There is nothing to say here: Belay knows how old they are, or it is for their own youth worker or coordinator.' }, { status: 403 })
  return { person: { id: person.id, name: person.name, fullName: person.fullName }, places: places.map((place) => ({ ...place, id: newId() })) }
}

/** An adult of the setting says that they are 13 or older. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { id = '', organisationId = '' } = fields(form)
  const outcome = await asForm(form, () => sayThirteenOrOlder(viewer, { id, organisationId, personId: params.personId ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(`/people/${params.personId ?? ''}`)
}

export default function AgePage() {
  const { person, places } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: `/people/${person.id}`, label: person.fullName }}>
      <PageTitle kicker={person.fullName}>Is {person.name} 13 or older?</PageTitle>
      <p>A badge can be shown to anybody. Under 13, a parent or carer says yes first. Belay has no date of birth for {person.name}, and does not need one: it is enough that you know.</p>
      {places.map(({ organisationId, setting, said, id }) => (
        <Sheet key={organisationId}>
          <h2>{setting}</h2>
          {said ? (
            <>
              <p>{said.by === 'you' ? 'You' : said.by} said so, <When at={said.at} day within />.</p>
              <Form method="post" action={`/people/${person.id}/age/taking-back`}><input type="hidden" name="id" value={said.id} /><Bar><Button type="submit" kind="plain">Take this back</Button></Bar></Form>
            </>
          ) : (
            <Form method="post" className="stack">
              <Problem message={refusal?.said.organisationId === organisationId ? refusal.message : undefined} />
              <input type="hidden" name="id" value={id} /><input type="hidden" name="organisationId" value={organisationId} />
              <Reads><b>{person.name}, and the coordinators and youth workers of {setting}.</b> That you said it, and when, stays on record.</Reads>
              <Bar><Button type="submit">{person.name} is 13 or older</Button></Bar>
            </Form>
          )}
        </Sheet>
      ))}
    </Shell>
  )
}
