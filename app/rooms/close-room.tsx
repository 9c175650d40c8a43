import { DoorClosed } from 'lucide-react'
import type { RoomView } from '#modules/supervision/room-view.ts'
import { Button } from '#app/ui/button.tsx'
import { RoomForm } from './room-form.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { StandbyFields } from './standby-fields.tsx'

/** Ending the meeting; and, when the other supervisor had to go, going on with one. */
export function CloseRoom({ room, standbys }: { room: RoomView; standbys: readonly { personId: string; name: string }[] }) {
  const { is } = room.state
  if (!room.me.supervises || !room.me.isSeated || (is !== 'open' && is !== 'counting' && is !== 'still')) return null
  const isLast = room.items.at(-1)?.id === room.itemId
  return (
    <>
      {(is === 'counting' || is === 'still') && room.standbyId === null && (
        <details className="sheet">
          <summary>Go on with one adult</summary>
          <RoomForm to={`/rooms/${room.id}/standby`}>
            <StandbyFields standbys={standbys} />
            <Reads><b>You two supervisors</b> can read why. Everybody sees who is standing by.</Reads>
            <Button kind="plain">Write it down and go on</Button>
          </RoomForm>
        </details>
      )}
      <details className="close-room" open={isLast || undefined}>
        <summary>Close the meeting</summary>
        <RoomForm to={`/rooms/${room.id}/closing`}>
          <p className="soft small">It ends for everybody. Mentors the room did not see are marked as not here; you can put that right afterwards.</p>
          <Button kind={isLast ? 'main' : 'plain'}><DoorClosed aria-hidden="true" />Close it for everybody</Button>
        </RoomForm>
      </details>
    </>
  )
}
