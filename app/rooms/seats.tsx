import type { Presence, RoomView } from '#modules/supervision/room-view.ts'
import { isTooEarly } from '#modules/supervision/states.ts'
import { Avatar } from '#app/ui/avatar.tsx'

const presenceWords: Record<Presence, string> = { here: '', lost: 'lost signal', gone: 'gone', away: 'not here yet' }

/** Who is in the room, who speaks and who is next. Days before and once it is over: who is in the group, for then nobody is missing. */
export function Seats({ room, size = 'large' }: { room: RoomView; size?: 'middle' | 'large' }) {
  const { is } = room.state
  const isAtRest = is === 'over' || is === 'called-off' || (is === 'lobby' && isTooEarly(new Date(room.startsAt), new Date(room.at)))
  const next = room.queue[0]?.personId
  // How somebody arrived is said in the round; it does not stay over their head for the rest of the meeting.
  const isRound = room.items.find((item) => item.id === room.itemId)?.kind === 'check-in'
  return (
    <ul className="seats" aria-label={isAtRest ? 'Who is in the group' : 'Who is in the room'}>
      {room.members.map(({ personId, name, presence }) => {
        if (isAtRest) return <li key={personId} className="seat"><Avatar name={name} size={size} /><b>{name}</b></li>
        const isSpeaking = room.speaking?.personId === personId
        const place = room.queue.findIndex((turn) => turn.personId === personId)
        const checkIn = room.checkIns.find((one) => one.personId === personId)
        const words = isSpeaking ? 'speaking' : personId === next ? 'next' : place > 0 ? `hand up, ${place + 1}` : presenceWords[presence] || (isRound && checkIn?.scale ? `${checkIn.scale} of 5` : '')
        return (
          <li key={personId} className="seat" data-is={isSpeaking ? 'speaking' : personId === next ? 'next' : presence}>
            <Avatar name={name} size={size} off={presence !== 'here'} />
            <b>{name}</b>
            <span className="soft small">{words}</span>
          </li>
        )
      })}
    </ul>
  )
}
