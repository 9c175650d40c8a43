import { DoorOpen } from 'lucide-react'
import type { RoomView } from '#modules/supervision/room-view.ts'
import { Button } from '#app/ui/button.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { RoomForm } from './room-form.tsx'
import { StandbyFields } from './standby-fields.tsx'

/** What a supervisor does before the meeting: open the room, or say why it starts with one adult. */
export function Lobby({ room, standbys }: { room: RoomView; standbys: readonly { personId: string; name: string }[] }) {
  if (room.state.is !== 'lobby' || !room.me.supervises || !room.me.isSeated) return null
  const to = `/rooms/${room.id}/opening`
  if (room.state.missing.length === 0) return <RoomForm to={to}><Button><DoorOpen aria-hidden="true" />Open the room</Button></RoomForm>
  return (
    <details className="sheet">
      <summary>Start with one adult</summary>
      <RoomForm to={to}>
        <StandbyFields standbys={standbys} />
        <Reads><b>You two supervisors</b> can read why. Everybody sees who is standing by.</Reads>
        <Button kind="plain">Open the room with one adult</Button>
      </RoomForm>
    </details>
  )
}
