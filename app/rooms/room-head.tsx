import type { RoomView } from '#modules/supervision/room-view.ts'
import { Clock } from '#app/ui/clock.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { Steps } from '#app/ui/steps.tsx'
import { sayWholeDay } from '#app/ui/say-when.ts'

/** What is talked about now and how long is left. The timer is the server's; while the room stands still so does it. */
export function RoomHead({ room }: { room: RoomView }) {
  const item = room.items.find((one) => one.id === room.itemId)
  const isRunning = item && (room.state.is === 'open' || room.state.is === 'counting' || room.state.is === 'still')
  const end = item ? new Date(new Date(room.at).getTime() + item.left) : null
  const stoppedAt = room.state.is === 'still' ? room.at : undefined
  const done = room.items.filter((one) => one.isOver).length
  const whole = item ? item.minutes + item.addedMinutes : 0
  return (
    <>
      <div className="room-head">
        <PageTitle kicker={<>{room.groupName} · <span className="in-one">meeting {room.number} of {room.of} ·</span> <span className="in-one">{sayWholeDay(new Date(room.startsAt))}</span></>}>{isRunning ? item.title : room.groupName}</PageTitle>
        {isRunning && end && (item.left > 0
          ? <Clock until={end} stoppedAt={stoppedAt} label="Time left" of={`of ${whole} minutes`} />
          : <Clock since={end} stoppedAt={stoppedAt} label="Time over" of={`past ${whole} minutes`} />)}
      </div>
      {room.items.length > 0 && <Steps total={room.items.length} done={done} now={isRunning ? true : undefined} label={`${done} of ${room.items.length} parts of the agenda done`} />}
    </>
  )
}
