import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { Mail } from 'lucide-react'
import { openInvitations } from '#modules/organisations/open-invitations.server.ts'
import { peopleOf } from '#modules/organisations/people-of.server.ts'
import { may as withChecks } from '#modules/vetting/policy.ts'
import { placesOfPeople } from '#modules/organisations/places-of-people.server.ts'
import { roleNames } from '#modules/organisations/role-names.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { When } from '#app/ui/when.tsx'
import { PeoplePlaces } from '#app/people/people-places.tsx'
import { sayRoles } from '#app/people/person-roles.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { FindByName } from '#app/ui/find-by-name.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'

export const meta: MetaFunction = () => [{ title: 'People · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const asked = new URL(request.url).searchParams
  const places = await asPage(placesOfPeople(viewer))
  const place = places.find(({ id }) => id === asked.get('where')) ?? places.find(({ sees }) => sees) ?? places[0] ?? null
  const name = (asked.get('name') ?? '').slice(0, 80)
  const [fullName, id] = [asked.get('after'), asked.get('id')]
  const list = place?.sees ? await asPage(peopleOf(viewer, { organisationId: place.id, name, ...(fullName && id ? { after: { fullName, id } } : {}) })) : null
  return {
    maySeeChecks: place !== null && withChecks.read(viewer, place.id), places, place, name, list, isFirstPage: !fullName, isYouthWorker: viewer.memberships.some(({ role }) => role === 'youth_worker'),
    invitations: place && place.gives.length > 0 ? await asPage(openInvitations(viewer, place.id)) : [],
  }
}

export default function PeoplePage() {
  const { maySeeChecks, places, place, name, list, isFirstPage, isYouthWorker, invitations } = useLoaderData<typeof loader>()
  if (!place) return <Shell><PageTitle>People</PageTitle><Sheet><Empty title="The people you work with will be here">Somebody who coordinates a school or club can give you a role there.</Empty></Sheet></Shell>
  const next = list?.next ? `/people?${new URLSearchParams({ where: place.id, name, after: list.next.fullName, id: list.next.id }).toString()}` : null
  return (
    <Shell>
      <PageTitle kicker={place.name}>People</PageTitle>
      <PeoplePlaces places={places} here={place.id} />
      <Bar>
        {place.gives.length > 0 && <ButtonLink to={`/people/invitation?where=${place.id}`}>Invite somebody</ButtonLink>}
        {maySeeChecks && <ButtonLink kind="plain" to={`/organisations/${place.id}/checks`}>Checks on adults</ButtonLink>}
        {isYouthWorker && <ButtonLink kind="plain" to="/mentees">Mentees and their mentors</ButtonLink>}
      </Bar>
      {list && (
        <Sheet>
          <FindByName name={name} keep={{ where: place.id }} />
          {list.people.length === 0 && <Empty title={name ? `Nobody called “${name}” here` : 'Nobody here yet'}>{name ? <Link to={`/people?where=${place.id}`}>Show everybody</Link> : 'Invite the first person above.'}</Empty>}
          <Rows label="People">
            {list.people.map((person) => (
              <Row key={person.id} icon={<Avatar name={person.fullName} />} title={person.fullName} to={`/people/${person.id}`}
                detail={sayRoles(person.memberships.map(({ role }) => role))} />
            ))}
          </Rows>
          {(next || !isFirstPage) && (
            <Bar>
              {!isFirstPage && <ButtonLink kind="plain" to={`/people?${new URLSearchParams({ where: place.id, name }).toString()}`}>From the start</ButtonLink>}
              {next && <ButtonLink kind="plain" to={next}>More people</ButtonLink>}
            </Bar>
          )}
        </Sheet>
      )}
      {invitations.length > 0 && (
        <Sheet>
          <h2>Invited, not here yet</h2>
          <Rows>
            {invitations.map((invitation) => (
              <Row key={invitation.id} icon={Mail} tone="sun" title={invitation.fullName} detail={<>{roleNames[invitation.role]} · the link works until <When at={invitation.expiresAt} day within /></>}
                action={invitation.canWithdraw && <Form method="post" action={`/people/invitations/${invitation.id}/withdrawal`}><Button type="submit" kind="plain" aria-label={`Take back the invitation of ${invitation.fullName}`}>Take back</Button></Form>} />
            ))}
          </Rows>
        </Sheet>
      )}
    </Shell>
  )
}
