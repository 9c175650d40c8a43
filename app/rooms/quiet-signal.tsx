import { HandHelping } from 'lucide-react'
import type { RoomView } from '#modules/supervision/room-view.ts'
import { Button } from '#app/ui/button.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { RoomForm } from './room-form.tsx'
import { list, nameOf, supervisorsOf } from './words.ts'

/** "I need an adult", pressed quietly by a mentor; and who is coming. Nobody else in the group sees it. */
export function QuietSignal({ room, freshId }: { room: RoomView; freshId: string }) {
  const { state, me, mySignal } = room
  if (me.part !== 'mentor' || !me.isSeated || (state.is !== 'open' && state.is !== 'counting' && state.is !== 'still')) return null
  return (
    <Sheet tone="dusk" aria-labelledby="quiet">
      <h2 id="quiet">I need an adult</h2>
      {mySignal && !mySignal.answeredById && <p><b>{list(supervisorsOf(room))} have been told.</b> Stay where you are, or step outside.</p>}
      {mySignal?.answeredById && <p><b>{nameOf(room, mySignal.answeredById)} is coming.</b></p>}
      {(!mySignal || mySignal.answeredById) && (
        <RoomForm to={`/rooms/${room.id}/signal`} fields={{ signalId: freshId }}><Button kind="plain"><HandHelping aria-hidden="true" />{mySignal ? 'I need an adult again' : 'I need an adult'}</Button></RoomForm>
      )}
      <Reads><b>Only {list(supervisorsOf(room))}</b> see this. The group does not.</Reads>
    </Sheet>
  )
}
