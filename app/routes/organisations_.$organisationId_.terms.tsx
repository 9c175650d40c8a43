import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { findOrganisation } from '#modules/organisations/find-organisation.server.ts'
import { setTerm } from '#modules/organisations/set-term.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'A term · Belay' }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const place = await asPage(findOrganisation(viewer, { organisationId: params.organisationId ?? '' }))
  if (!place.can.setTerms) throw data({ message: 'Terms are for the coordinator to enter.' }, { status: 403 })
  const termId = new URL(request.url).searchParams.get('term')
  const term = place.terms.find(({ id }) => id === termId) ?? null
  if (termId && !term) throw data({ message: 'There is nothing here, or it is not yours to see.' }, { status: 404 })
  return { place: { id: place.id, name: place.name }, term }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { termId, name, startsOn, endsOn } = fields(form)
  const organisationId = params.organisationId ?? ''
  const outcome = await asForm(form, () => setTerm(viewer, { termId: termId || undefined, organisationId, name: name ?? '', startsOn: startsOn ?? '', endsOn: endsOn ?? '' }))
  return 'refused' in outcome ? outcome.refused : redirect(`/organisations/${organisationId}`)
}

export default function TermPage() {
  const { place, term } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()
  return (
    <Shell back={{ to: `/organisations/${place.id}`, label: place.name }}>
      <PageTitle kicker={place.name}>{term ? term.name : 'Add a term'}</PageTitle>
      <Sheet>
        <Problem message={refusal?.message} />
        <p>Enter a half term as two terms, so that the week between is skipped.</p>
        <p className="small soft">The days between two terms are holidays: clocks of concerns that count staffed hours or working days stand still then, unless your hours hold in the holidays too. So what you enter stands on Today of the leads, deputies and the head until one of them has seen it.</p>
        <Form method="post" className="stack">
          <input type="hidden" name="termId" value={term?.id ?? ''} />
          <Field label="What it is called" hint="For example: Autumn 2" problem={refusal?.fields.name}><input name="name" required minLength={2} maxLength={60} defaultValue={refusal?.said.name ?? term?.name} /></Field>
          <Field label="First day" problem={refusal?.fields.startsOn}><input type="date" name="startsOn" required defaultValue={refusal?.said.startsOn ?? term?.startsOn} /></Field>
          <Field label="Last day" problem={refusal?.fields.endsOn}><input type="date" name="endsOn" required defaultValue={refusal?.said.endsOn ?? term?.endsOn} /></Field>
          <Button type="submit">{term ? 'Change' : 'Add'}</Button>
        </Form>
      </Sheet>
    </Shell>
  )
}
