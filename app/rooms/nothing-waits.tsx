import { Check, HeartHandshake } from 'lucide-react'
import { Link } from '@remix-run/react'
import { worriedFrom } from '#modules/safeguarding/origin.ts'
import type { RoomView } from '#modules/supervision/room-view.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { RoomForm } from './room-form.tsx'
import { nameOf, youthWorkerOf } from './words.ts'

/** Said at every meeting (SUP-07), and ticked by a supervisor when it has been. */
export function NothingWaits({ room }: { room: RoomView }) {
  if (room.state.is === 'over' || room.state.is === 'called-off') return null
  const mayTick = room.me.supervises && room.me.isSeated && room.state.is !== 'lobby' && !room.reminder
  return (
    <>
      <Note tone="signal" icon={HeartHandshake}>
        <b>Nothing serious waits.</b> Anything serious goes to {youthWorkerOf(room)} straight away, never saved for supervision. <Link to={worriedFrom('meeting', room.id)}>I’m worried about someone</Link>
        {room.reminder && <span className="reminded"><Check aria-hidden="true" />Said today by {nameOf(room, room.reminder.byId)}.</span>}
      </Note>
      {mayTick && <RoomForm to={`/rooms/${room.id}/reminder`}><Button kind="plain"><Check aria-hidden="true" />We have said it today</Button></RoomForm>}
    </>
  )
}
