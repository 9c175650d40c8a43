import { BookOpen, Check, HeartHandshake, ListChecks, MessagesSquare, Users } from 'lucide-react'
import { standardAgenda, type AgendaKind } from '#modules/supervision/agenda.ts'
import type { RoomView } from '#modules/supervision/room-view.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'

const icons: Record<AgendaKind, typeof Users> = { 'check-in': Users, safety: HeartHandshake, topic: MessagesSquare, 'top-up': BookOpen, agreed: ListChecks }

/** Whether the room's agenda has been laid: it begins with the round. */
export const isLaid = (room: RoomView) => room.items.some((item) => item.kind === 'check-in')

/** What the meeting goes through; before it opens, how every meeting goes. */
export function AgendaList({ room }: { room: RoomView }) {
  // Before it opens only what somebody asked for is there; what every meeting goes through stands round it, as it will.
  const usual = standardAgenda.map((item) => ({ ...item, id: item.title, addedMinutes: 0, isOver: false }))
  const items = isLaid(room) ? room.items : [...usual.slice(0, -1), ...room.items, ...usual.slice(-1)]
  return (
    <Rows ordered label="Agenda">
      {items.map((item) => {
        const isNow = item.id === room.itemId && !item.isOver
        return <Row key={item.id} icon={item.isOver ? Check : icons[item.kind]} tone={item.isOver ? 'rope' : isNow ? 'dusk' : 'plain'}
          title={isNow ? <span aria-current="step">{item.title}</span> : <span className="agenda-rest">{item.title}</span>}
          detail={item.kind === 'top-up' && !item.isOver ? <>{isNow && 'now · '}<a href="/learn/top-ups" target="_blank" rel="noreferrer">Look through the top-ups</a></> : isNow ? 'now' : item.isOver ? 'done' : undefined}
          tag={<span className="soft small">{item.minutes + item.addedMinutes} min</span>} />
      })}
    </Rows>
  )
}
