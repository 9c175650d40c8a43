import type { RoomView } from '#modules/supervision/room-view.ts'
import { Button } from '#app/ui/button.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { RoomForm } from './room-form.tsx'
import { StandbyFields } from './standby-fields.tsx'

/** What the supervisor who is still here can do when the other had to go: it stands where the room says that it counts or stands still. */
export function GoOnWithOne({ room, standbys }: { room: RoomView; standbys: readonly { personId: string; name: string }[] }) {
  const { is } = room.state
  if (!room.me.supervises || !room.me.isSeated || (is !== 'counting' && is !== 'still') || room.standbyId !== null) return null
  return (
    <details className="sheet">
      <summary>Go on with one adult</summary>
      <RoomForm to={`/rooms/${room.id}/standby`}>
        <StandbyFields standbys={standbys} />
        <Reads><b>You two supervisors</b> can read why. Everybody sees who is standing by.</Reads>
        <Button kind="plain">Write it down and go on</Button>
      </RoomForm>
    </details>
  )
}
