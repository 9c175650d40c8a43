import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Temporal } from 'temporal-polyfill'
import { findGroup } from '#modules/supervision/find-group.server.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { GroupFields } from '#app/rooms/group-fields.tsx'
import { GroupMeetings } from '#app/rooms/group-meetings.tsx'
import { GroupPeople } from '#app/rooms/group-people.tsx'
import { RoomForm } from '#app/rooms/room-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import '#app/rooms/room.css'
import '#app/rooms/groups.css'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.group.name ?? 'A group'} · Belay` }]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const found = await asPage(findGroup(viewer, params.groupId ?? ''))
  const local = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(found.group.timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
  return { ...found, meetings: found.meetings.map((meeting) => ({ ...meeting, startsAtLocal: local(meeting.startsAt) })), isMine: found.members.some((member) => member.personId === viewer.id) }
}

export default function GroupPage() {
  const { group, members, meetings, addable, isMine } = useLoaderData<typeof loader>()
  const at = `/rooms/groups/${group.id}`
  return (
    <Shell back={{ to: '/rooms', label: 'Rooms' }}>
      <PageTitle kicker={group.organisationName}>{group.name}</PageTitle>
      <Sheet aria-labelledby="people"><h2 id="people" className="h3">Who is in it</h2><GroupPeople groupId={group.id} members={members} addable={addable} /></Sheet>
      <Sheet aria-labelledby="meetings"><h2 id="meetings" className="h3">Meetings</h2>
        <GroupMeetings groupId={group.id} meetings={meetings} isMine={isMine} />
        <RoomForm to={`${at}/planning`}><Button kind="plain">Plan further ahead</Button></RoomForm>
      </Sheet>
      <details className="sheet">
        <summary>Change its name, place or times</summary>
        <p className="soft small">With new times, meetings planned by the old ones that have not begun are called off.</p>
        <RoomForm to={`${at}/times`}><GroupFields known={group} /><Button kind="plain">Save the changes</Button></RoomForm>
      </details>
    </Shell>
  )
}
