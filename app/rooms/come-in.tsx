import { DoorOpen, LogOut, Video } from 'lucide-react'
import type { RoomView } from '#modules/supervision/room-view.ts'
import { isTooEarly } from '#modules/supervision/states.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { RoomForm } from './room-form.tsx'

/** Coming in and going, and the setting's own call where there is one. */
export function ComeIn({ room }: { room: RoomView }) {
  if (room.state.is === 'over' || room.state.is === 'called-off') return null
  if (room.state.is === 'lobby' && isTooEarly(new Date(room.startsAt), new Date(room.at))) return null
  if (!room.me.isSeated) return (
    <RoomForm to={`/rooms/${room.id}/seat`}>
      <Bar><Button><DoorOpen aria-hidden="true" />{room.state.is === 'lobby' ? 'Come into the lobby' : 'Come in'}</Button></Bar>
    </RoomForm>
  )
  return (
    <Bar>
      {room.callAddress && <ButtonLink kind="plain" to={room.callAddress} target="_blank" rel="noreferrer"><Video aria-hidden="true" />Join the call</ButtonLink>}
      <RoomForm to={`/rooms/${room.id}/leaving`}><Button kind="plain"><LogOut aria-hidden="true" />Leave the room</Button></RoomForm>
    </Bar>
  )
}
