import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { Role } from '#prisma/generated/enums.ts'
import { newId } from '#modules/db/new-id.ts'
import { invite } from '#modules/organisations/invite.server.ts'
import { placesOfPeople } from '#modules/organisations/places-of-people.server.ts'
import { roleMeanings, roleNames } from '#modules/organisations/role-names.ts'
import { settings } from '#modules/settings.server.ts'
import { fields, readForm } from '#app/http/read-form.server.ts'
import { asForm, asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { HandedOver } from '#app/people/handed-over.tsx'
import { PeoplePlaces } from '#app/people/people-places.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'Invite somebody · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const places = (await asPage(placesOfPeople(viewer))).filter(({ gives }) => gives.length > 0)
  const where = new URL(request.url).searchParams.get('where')
  const place = places.find(({ id }) => id === where) ?? places[0]
  if (!place) throw data({ message: 'Inviting people is for somebody else to do.' }, { status: 403 })
  return { places, place, invitationId: newId() }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const form = await readForm(request)
  const { invitationId, organisationId, role, fullName, email } = fields(form)
  const outcome = await asForm(form, () => invite(viewer, { invitationId, organisationId: organisationId ?? '', role: role as Role, fullName: fullName ?? '', email }))
  if ('refused' in outcome) return outcome.refused
  return { link: `${settings().baseUrl}/invitation/${outcome.done.token}`, fullName: fullName ?? '', email: email ?? '', organisationId: organisationId ?? '' }
}

export default function InvitationPage() {
  const { places, place, invitationId } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refusal = answer && 'message' in answer ? answer : undefined
  if (answer && 'link' in answer) {
    return (
      <Shell back={{ to: `/people?where=${answer.organisationId}`, label: 'People' }}>
        <PageTitle kicker={place.name}>{answer.fullName} is invited</PageTitle>
        <Sheet>
          <p>{answer.email ? `A letter is on its way to ${answer.email}. The same link is here.` : 'Give them this link yourself.'} It works once, for two weeks, and is shown only now.</p>
          <HandedOver is="link" label="The link" text={answer.link} />
        </Sheet>
        <Bar><ButtonLink to={`/people/invitation?where=${answer.organisationId}`}>Invite somebody else</ButtonLink><ButtonLink kind="plain" to={`/people?where=${answer.organisationId}`}>Back to people</ButtonLink></Bar>
      </Shell>
    )
  }
  return (
    <Shell back={{ to: `/people?where=${place.id}`, label: 'People' }}>
      <PageTitle kicker={place.name}>Invite somebody</PageTitle>
      <PeoplePlaces places={places} here={place.id} />
      <Sheet>
        <Problem message={refusal?.message} />
        <Form method="post" className="stack">
          <input type="hidden" name="invitationId" value={refusal?.said.invitationId ?? invitationId} />
          <input type="hidden" name="organisationId" value={place.id} />
          <Field label="Their full name" hint="As it should stand on a register or certificate." problem={refusal?.fields.fullName}><input name="fullName" required maxLength={120} autoComplete="off" defaultValue={refusal?.said.fullName} /></Field>
          <ChoiceGroup legend="What they will be" name="role" type="radio" required problem={refusal?.fields.role} defaultValue={refusal?.said.role ?? []} options={place.gives.map((role) => ({ value: role, label: roleNames[role], hint: roleMeanings[role] }))} />
          <Field label="Email address" hint="Leave it empty to hand the link over yourself. Pupils need none." problem={refusal?.fields.email}><input type="email" name="email" autoComplete="off" defaultValue={refusal?.said.email} /></Field>
          <Button type="submit">Invite</Button>
        </Form>
      </Sheet>
    </Shell>
  )
}
