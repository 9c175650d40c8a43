import { DoorClosed } from 'lucide-react'
import type { RoomView } from '#modules/supervision/room-view.ts'
import { Button } from '#app/ui/button.tsx'
import { RoomForm } from './room-form.tsx'

/** Ending the meeting for everybody. */
export function CloseRoom({ room }: { room: RoomView }) {
  const { is } = room.state
  if (!room.me.supervises || !room.me.isSeated || (is !== 'open' && is !== 'counting' && is !== 'still')) return null
  const isLast = room.items.at(-1)?.id === room.itemId
  return (
    <details className="close-room" open={isLast || undefined}>
      <summary>Close the meeting</summary>
      <RoomForm to={`/rooms/${room.id}/closing`}>
        <p className="soft small">It ends for everybody. Mentors the room did not see are marked as not here; you can put that right afterwards.</p>
        <Button kind={isLast ? 'main' : 'plain'}><DoorClosed aria-hidden="true" />Close it for everybody</Button>
      </RoomForm>
    </details>
  )
}
