import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { CalendarDays, Plus, Users } from 'lucide-react'
import { findGroups } from '#modules/supervision/find-groups.server.ts'
import { findPastMeetings } from '#modules/supervision/find-past-meetings.server.ts'
import { meetingsAhead } from '#modules/supervision/meetings-ahead.server.ts'
import { may } from '#modules/supervision/policy.ts'
import { asPage } from '#app/http/refusals.server.ts'
import { requireViewer } from '#app/http/session.server.ts'
import { useNews } from '#app/live/use-news.ts'
import { list, partWords } from '#app/rooms/words.ts'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { NextCard } from '#app/ui/next-card.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { sayTime, sayWholeDay } from '#app/ui/say-when.ts'
import { When } from '#app/ui/when.tsx'
import '#app/rooms/room.css'
import '#app/rooms/groups.css'

export const meta: MetaFunction = () => [{ title: 'Rooms · Belay' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = await requireViewer(context, request)
  const [ahead, groups, past] = await asPage(Promise.all([meetingsAhead(viewer), findGroups(viewer), findPastMeetings(viewer)]))
  return { ahead, groups, past, mayArrange: viewer.memberships.some((membership) => may.arrange(viewer, membership)) }
}

export default function RoomsPage() {
  const { ahead, groups, past, mayArrange } = useLoaderData<typeof loader>()
  useNews()
  const [next, ...later] = ahead
  const mine = groups.some((group) => group.part !== null)
  return (
    <Shell>
      <PageTitle kicker="Group supervision">Rooms</PageTitle>
      {next && (
        <NextCard kicker={next.isOpen ? `Open now · ${next.groupName}` : `Next · ${next.groupName}`} title={next.isOpen ? 'Your group is meeting' : <When at={next.startsAt} />}>
          <p>{next.place}, {next.minutes} minutes, with {list(next.supervisorNames)}. Meeting {next.number} of {next.of}.</p>
          <ButtonLink kind="onrope" to={`/rooms/${next.meetingId}`}>{next.isOpen ? 'Go to the room' : 'See the room'}</ButtonLink>
        </NextCard>
      )}
      {later.length > 0 && (
        <Sheet aria-labelledby="later"><h2 id="later" className="h3">After that</h2>
          <Rows>{later.map((meeting) => <Row key={meeting.meetingId} icon={CalendarDays} title={<When at={meeting.startsAt} />} detail={`${meeting.groupName} · ${meeting.place}`} to={`/rooms/${meeting.meetingId}`} />)}</Rows>
        </Sheet>
      )}
      {groups.length === 0 && <Empty title="Your supervision group will be here">{mayArrange ? 'Make the first group: its mentors, its two supervisors, and when they meet.' : 'Your youth worker or coordinator puts you into one. Ask them when it starts.'}</Empty>}
      {(mayArrange || groups.length > 1) && groups.length > 0 && (
        <Sheet aria-labelledby="groups"><h2 id="groups" className="h3">Groups</h2>
          <Rows>{groups.map((group) => (
            <Row key={group.groupId} icon={Users} tone={group.next?.isOpen ? 'rope' : 'plain'} title={group.name} to={group.mayArrange ? `/rooms/groups/${group.groupId}` : group.next ? `/rooms/${group.next.meetingId}` : undefined}
              detail={`${group.organisationName} · ${group.mentors} ${group.mentors === 1 ? 'mentor' : 'mentors'} · ${list(group.supervisorNames)}${group.part ? ` · you are ${group.part === 'mentor' ? 'a' : 'its'} ${partWords[group.part]}` : ''}`}
              tag={group.next?.isOpen ? 'open now' : undefined} />
          ))}</Rows>
        </Sheet>
      )}
      {mayArrange && <ButtonLink kind={groups.length > 0 ? 'plain' : 'main'} to="/rooms/new"><Plus aria-hidden="true" />Make a group</ButtonLink>}
      {mine && (
        <Sheet aria-labelledby="past"><h2 id="past" className="h3">What we kept</h2>
          {past.length === 0 && <p className="soft">After your first meeting, what your group keeps from it is here.</p>}
          {past.map((meeting) => (
            <div key={meeting.meetingId}>
              <p className="small"><Link to={`/rooms/${meeting.meetingId}`}>{sayWholeDay(new Date(meeting.startsAt))}, {sayTime(new Date(meeting.startsAt))}</Link> <span className="soft">{meeting.groupName}</span></p>
              {meeting.kept.length > 0 ? <ul className="kept-before">{meeting.kept.map((note) => <li key={note.id}>{note.words}</li>)}</ul> : <p className="soft small">Nothing was written down.</p>}
            </div>
          ))}
        </Sheet>
      )}
    </Shell>
  )
}
