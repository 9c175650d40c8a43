import type { RoomView } from '#modules/supervision/room-view.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { RoomForm } from './room-form.tsx'
import { nameOf } from './words.ts'

/** What we keep from today: lines everybody in the group writes and reads. */
export function Kept({ room, freshId }: { room: RoomView; freshId: string }) {
  const isOpen = room.state.is === 'open' || room.state.is === 'counting' || room.state.is === 'still'
  if (room.state.is === 'lobby' || room.state.is === 'called-off') return null
  return (
    <Sheet aria-labelledby="kept">
      <h2 id="kept">{isOpen ? 'What we keep from today' : 'What we kept'}</h2>
      {room.kept.length === 0 && <p className="soft">{isOpen ? 'Lines worth keeping will be here. Write the first one below.' : 'Nothing was kept from this meeting.'}</p>}
      {room.kept.length > 0 && (
        <ul className="kept">
          {room.kept.map((note) => (
            <li key={note.id}>
              <span>{note.words} <span className="soft small">{nameOf(room, note.byId)}</span></span>
              {isOpen && note.mayTakeOut && <RoomForm to={`/rooms/${room.id}/kept-removal`} fields={{ noteId: note.id }}><button className="quiet-button" aria-label={`Take out: ${note.words}`}>Take out</button></RoomForm>}
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <RoomForm to={`/rooms/${room.id}/kept`} fields={{ noteId: freshId }} clears>
          <Field label="Add a line"><input name="words" required maxLength={400} autoComplete="off" /></Field>
          <Reads><b>Everybody in this group</b> reads this.</Reads>
          <Button kind="plain">Keep it</Button>
        </RoomForm>
      )}
    </Sheet>
  )
}
