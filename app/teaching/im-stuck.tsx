import { HandHelping } from 'lucide-react'
import type { RoomNow } from '#modules/teaching/room-now.server.ts'
import { RoomForm } from '#app/rooms/room-form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { sayAnd } from './say-and.ts'

/** "I'm stuck", said quietly; and who is coming. */
export function ImStuck({ room, freshId }: { room: RoomNow; freshId: string }) {
  const { sessionId, stuck, trainers } = room
  return (
    <Sheet tone="dusk" aria-labelledby="stuck">
      <h2 id="stuck">Stuck?</h2>
      <div role="status">
        {stuck && !stuck.goes && <p><b>{sayAnd(trainers)} can see it.</b> Somebody comes to you.</p>}
        {stuck?.goes && <p><b>{stuck.goes} is coming to you.</b></p>}
      </div>
      {stuck && !stuck.goes
        ? <RoomForm to="/learn/now/stuck-over" fields={{ sessionId, stuckId: stuck.id }}><Button kind="plain">I’m all right again</Button></RoomForm>
        : <RoomForm to="/learn/now/stuck" fields={{ sessionId, stuckId: freshId }}><Button kind="plain"><HandHelping aria-hidden="true" />I’m stuck</Button></RoomForm>}
      <Reads><b>Only {sayAnd(trainers)}</b> can see this. Nothing shows on the screen.</Reads>
    </Sheet>
  )
}
