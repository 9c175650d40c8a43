import { Link } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Field } from '#app/ui/field.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { sayTime, sayWholeDay } from '#app/ui/say-when.ts'
import { RoomForm } from './room-form.tsx'

type Counts = { present: number; late: number; absent: number; excused: number }
type Meeting = { meetingId: string; startsAt: Date; place: string; isCalledOff: boolean; isOpen: boolean; isOver: boolean; counts: Counts | null; startsAtLocal: string }

/** The meetings of a group: when, how many came, and moving or calling off one that has not begun. */
export function GroupMeetings({ groupId, meetings, isMine }: { groupId: string; meetings: readonly Meeting[]; isMine: boolean }) {
  if (meetings.length === 0) return <Empty title="The meetings will be here">The rule gives none within your terms. Check the first day and the term dates.</Empty>
  return (
    <ol className="group-meetings">
      {meetings.map((meeting) => (
        <li key={meeting.meetingId}>
          <div className="spread">
            <span><b>{sayWholeDay(new Date(meeting.startsAt))}</b> <span className="soft">{sayTime(new Date(meeting.startsAt))}, {meeting.place}</span></span>
            {meeting.isCalledOff ? <Tag>called off</Tag> : meeting.isOpen ? <Tag tone="rope">open now</Tag> : meeting.isOver ? <Tag>over</Tag> : null}
          </div>
          {meeting.counts && <p className="soft small">{meeting.counts.present + meeting.counts.late} of {meeting.counts.present + meeting.counts.late + meeting.counts.absent + meeting.counts.excused} came{meeting.counts.late > 0 && `, ${meeting.counts.late} of them late`}{meeting.counts.excused > 0 && `, ${meeting.counts.excused} excused`}</p>}
          {isMine && !meeting.isCalledOff && <Link to={`/rooms/${meeting.meetingId}`}>{meeting.isOver ? 'What was kept' : 'To the room'}</Link>}
          {!meeting.isCalledOff && !meeting.isOpen && !meeting.isOver && (
            <details>
              <summary>Move it or call it off</summary>
              <RoomForm to={`/rooms/groups/${groupId}/meeting-time`} fields={{ meetingId: meeting.meetingId }}>
                <Field label="New day and time"><input name="startsAt" type="datetime-local" required defaultValue={meeting.startsAtLocal} /></Field>
                <Field label="Where"><input name="place" required minLength={2} maxLength={120} defaultValue={meeting.place} /></Field>
                <Button kind="plain">Move it</Button>
              </RoomForm>
              <RoomForm to={`/rooms/groups/${groupId}/meeting-called-off`} fields={{ meetingId: meeting.meetingId }}><Button kind="plain">Call it off</Button></RoomForm>
            </details>
          )}
        </li>
      ))}
    </ol>
  )
}
