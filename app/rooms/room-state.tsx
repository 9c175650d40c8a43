import { CalendarDays, CircleSlash2, DoorClosed, Hourglass, UserRoundCheck } from 'lucide-react'
import type { RoomView } from '#modules/supervision/room-view.ts'
import { isTooEarly } from '#modules/supervision/states.ts'
import { Clock } from '#app/ui/clock.tsx'
import { Note } from '#app/ui/note.tsx'
import { When } from '#app/ui/when.tsx'
import { list, missingWords, nameOf, supervisorsOf } from './words.ts'

/** Why the room is as it is, said to everybody in the same words. */
export function RoomState({ room }: { room: RoomView }) {
  const { state } = room
  if (state.is === 'called-off') return <Note tone="sun" icon={CircleSlash2}><b>This meeting was called off.</b> Your next one is on the Rooms page.</Note>
  if (state.is === 'over') return <Note icon={DoorClosed}><b>This meeting ended</b> <When at={state.since} within />. What you kept from it is below.</Note>
  if (state.is === 'counting') return (
    <Note tone="sun" icon={Hourglass}>
      <div className="counting"><span><b>{missingWords(room, state.missing)} is not here.</b> A room needs two adults. If both are not back by then, it stands still:</span><Clock until={state.stillAt} size="small" label="Until the room stands still" /></div>
    </Note>
  )
  if (state.is === 'still') return (
    <Note tone="sun" icon={Hourglass}><b>The room stands still.</b> {missingWords(room, state.missing)} is not here, and a room needs two adults. Turns and time wait. Keep writing: what you write is kept. It goes on by itself when both are back.</Note>
  )
  if (room.standbyId && state.is === 'open') return <Note icon={UserRoundCheck}>One supervisor is here today. <b>{nameOf(room, room.standbyId)}</b> is close by and can come at once.</Note>
  if (state.is === 'lobby' && isTooEarly(new Date(room.startsAt), new Date(room.at))) return (
    <Note icon={CalendarDays}><b><When at={room.startsAt} />, {room.place}, with {list(supervisorsOf(room))}.</b> You can come in from half an hour before it starts.</Note>
  )
  if (state.is === 'lobby') return state.missing.length > 0
    ? <Note tone="sun" icon={Hourglass}><b>The room opens when both supervisors are here.</b> Still to come: {missingWords(room, state.missing)}.</Note>
    : <Note tone="rope" icon={UserRoundCheck}><b>{list(supervisorsOf(room))} are here.</b> The room is about to open.</Note>
  return null
}
