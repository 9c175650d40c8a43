import { ArrowRight, Hand, Plus } from 'lucide-react'
import type { RoomView } from '#modules/supervision/room-view.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { RoomForm } from './room-form.tsx'
import { list, nameOf } from './words.ts'

/** Who speaks and who waits; my own hand; and for supervisors the next person, two more minutes, the next thing. */
export function Speaking({ room, freshId }: { room: RoomView; freshId: string }) {
  const { me, state, speaking, queue } = room
  if (!me.isSeated || (state.is !== 'open' && state.is !== 'counting' && state.is !== 'still')) return null
  const isStill = state.is === 'still'
  const iSpeak = speaking?.personId === me.personId
  const isUp = queue.some((turn) => turn.personId === me.personId)
  const names = queue.map((turn) => (turn.personId === me.personId ? 'you' : nameOf(room, turn.personId)))
  const item = room.items.find((one) => one.id === room.itemId)
  const next = room.items[room.items.findIndex((one) => one.id === room.itemId) + 1]
  const at = `/rooms/${room.id}`
  return (
    <Sheet aria-labelledby="speaking">
      <h2 id="speaking">{iSpeak ? 'You are speaking' : speaking ? `${nameOf(room, speaking.personId)} is speaking` : 'Nobody has the word'}</h2>
      <p className="soft">{names.length > 0 ? `Then ${list(names)}.` : 'Nobody else has their hand up.'}</p>
      <Bar>
        {me.supervises && (queue.length > 0 || speaking) && (
          <RoomForm to={`${at}/turn`} fields={{ afterTurnId: speaking?.id ?? '' }}>
            <Button disabled={isStill}>{queue[0] ? <>{nameOf(room, queue[0].personId)} next<ArrowRight aria-hidden="true" /></> : `Thank ${nameOf(room, speaking?.personId)}`}</Button>
          </RoomForm>
        )}
        {!isUp && !iSpeak && <RoomForm to={`${at}/hand`} fields={{ turnId: freshId }}><Button kind={me.supervises ? 'plain' : 'main'} disabled={isStill}><Hand aria-hidden="true" />Put my hand up</Button></RoomForm>}
        {(isUp || iSpeak) && <RoomForm to={`${at}/hand-down`}><Button kind="plain" disabled={isStill}><Hand aria-hidden="true" />{iSpeak ? 'I have said it' : 'Take my hand down'}</Button></RoomForm>}
        {me.supervises && item && <RoomForm to={`${at}/minutes`} fields={{ itemId: item.id, had: item.addedMinutes }}><Button kind="plain" disabled={isStill}><Plus aria-hidden="true" />Two more minutes</Button></RoomForm>}
        {me.supervises && item && next && <RoomForm to={`${at}/item`} fields={{ fromItemId: item.id }}><Button kind={queue.length > 0 || speaking ? 'plain' : 'main'} disabled={isStill}>On to: {next.title}<ArrowRight aria-hidden="true" /></Button></RoomForm>}
      </Bar>
    </Sheet>
  )
}
