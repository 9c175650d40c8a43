import { HeartHandshake, LockKeyhole } from 'lucide-react'
import { Link } from '@remix-run/react'
import { worriedFrom } from '#modules/safeguarding/origin.ts'
import type { RoomView } from '#modules/supervision/room-view.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Spread } from '#app/ui/spread.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'
import { Observations } from './observations.tsx'
import { Register } from './register.tsx'
import { RoomForm } from './room-form.tsx'
import { list, nameOf, supervisorsOf } from './words.ts'

/** The quiet part of the room, for its two supervisors: who pressed, who was missed, how each copes, the register. */
export function ForSupervisors({ room, noteIds, freshId }: { room: RoomView; noteIds: Record<string, string>; freshId: string }) {
  const quiet = room.forSupervisors
  if (!quiet) return null
  const waiting = quiet.signals.filter((signal) => !signal.answeredById)
  const others = supervisorsOf(room).filter((name) => name !== nameOf(room, room.me.personId))
  return (
    <>
      {waiting.map((signal) => (
        <Sheet key={signal.id} tone="signal" aria-label="Somebody needs an adult">
          <p role="alert"><b>{nameOf(room, signal.fromId)} pressed “I need an adult”</b> <When at={signal.at} within />.</p>
          <RoomForm to={`/rooms/${room.id}/signal-answer`} fields={{ signalId: signal.id }}><Button kind="signal">I’m going to {nameOf(room, signal.fromId)}</Button></RoomForm>
        </Sheet>
      ))}
      <Sheet tone="dusk" aria-labelledby="quietly">
        <Spread><h2 id="quietly" className="h3">For supervisors</h2><Tag tone="dusk" icon={LockKeyhole}>{list([...others, 'you'])}</Tag></Spread>
        {quiet.missedLast.length > 0 && <p className="small"><b>{list(quiet.missedLast.map((id) => nameOf(room, id)))}</b> missed the last meeting. No reproach: find the barrier together.</p>}
        {quiet.signals.filter((signal) => signal.answeredById).map((signal) => (
          <p key={signal.id} className="small"><b>{nameOf(room, signal.fromId)}</b> pressed <em>I need an adult</em> <When at={signal.at} within />. {nameOf(room, signal.answeredById)} has gone over.</p>
        ))}
        {quiet.overrideReason && <p className="small"><b>One adult, because:</b> {quiet.overrideReason}</p>}
        <Observations room={room} noteIds={noteIds} />
        <Link className="quietly-worried" to={worriedFrom('meeting', room.id)}><HeartHandshake aria-hidden="true" />Pass a concern on from here</Link>
      </Sheet>
      {room.state.is !== 'lobby' && <Register room={room} freshId={freshId} />}
    </>
  )
}

/** Something more for today's agenda. */
export const BringTopic = ({ room, freshId }: { room: RoomView; freshId: string }) => (
  room.me.supervises && (room.state.is === 'open' || room.state.is === 'counting') ? (
    <details>
      <summary>Put something on the agenda</summary>
      <RoomForm to={`/rooms/${room.id}/topic`} fields={{ itemId: freshId }} clears>
        <Field label="What it is about" hint="The whole group sees this."><input name="title" required minLength={3} maxLength={120} autoComplete="off" /></Field>
        <Field label="Minutes"><input name="minutes" type="number" min={1} max={60} defaultValue={10} required /></Field>
        <Button kind="plain">Put it on</Button>
      </RoomForm>
    </details>
  ) : null
)
