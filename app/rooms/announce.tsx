import { useEffect, useRef, useState } from 'react'
import type { RoomView } from '#modules/supervision/room-view.ts'
import { missingWords, nameOf } from './words.ts'

/** Says aloud, to those who listen to the page, only what they would have to know: not every hand, not every line. */
export function Announce({ room }: { room: RoomView }) {
  const before = useRef(room)
  const [said, setSaid] = useState('')
  useEffect(() => {
    const words = whatChanged(before.current, room)
    before.current = room
    if (words) setSaid(words)
  }, [room])
  return <p className="visually-hidden" role="status">{said}</p>
}

export function whatChanged(before: RoomView, room: RoomView): string {
  const me = room.me.personId
  const item = room.items.find((one) => one.id === room.itemId)
  return [
    before.state.is !== room.state.is && sayState(room),
    before.itemId !== null && before.itemId !== room.itemId && item && `Now: ${item.title}.`,
    room.speaking?.personId === me && before.speaking?.personId !== me && 'It is your turn to speak.',
    room.speaking?.personId !== me && room.queue[0]?.personId === me && before.queue[0]?.personId !== me && 'You are next.',
    room.mySignal?.answeredById && !before.mySignal?.answeredById && `${nameOf(room, room.mySignal.answeredById)} is coming.`,
  ].filter(Boolean).join(' ')
}

function sayState(room: RoomView): string {
  switch (room.state.is) {
    case 'open': return 'The room is open.'
    case 'counting': return `${missingWords(room, room.state.missing)} is not here. The room stands still in less than two minutes.`
    case 'still': return 'The room stands still until both supervisors are here. What you write is kept.'
    case 'over': return 'This meeting is over.'
    case 'called-off': return 'This meeting was called off.'
    case 'lobby': return ''
  }
}
