import type { RoomView } from '#modules/supervision/room-view.ts'
import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { RoomForm } from './room-form.tsx'
import { nameOf } from './words.ts'

const scale = [[1, 'low'], [2, ''], [3, 'so-so'], [4, ''], [5, 'good']] as const

/** How everybody arrives: a number, a word, or a pass. Shown while it is its turn on the agenda, and until one has answered. */
export function CheckInRound({ room, freshId }: { room: RoomView; freshId: string }) {
  const mine = room.checkIns.find((one) => one.personId === room.me.personId)
  const isNow = room.items.find((item) => item.id === room.itemId)?.kind === 'check-in'
  if (!room.me.isSeated || room.state.is === 'lobby' || room.state.is === 'over') return null
  if (mine && !isNow) return <Sheet aria-label="Check-in round"><Arrivals room={room} /></Sheet>
  return (
    <Sheet aria-labelledby="check-in">
      <h2 id="check-in">How are you arriving?</h2>
      {mine && <p>You said <b>{mine.scale ? `${mine.scale} of 5` : 'pass'}</b>{mine.word && <>, “{mine.word}”</>}. You can say it again if it changes.</p>}
      <RoomForm to={`/rooms/${room.id}/check-in`} fields={{ checkInId: freshId }}>
        <fieldset className="scale">
          <legend className="label">From 1, low, to 5, good</legend>
          {scale.map(([value, word]) => <label key={value}><input type="radio" name="scale" value={value} required defaultChecked={mine?.scale === value} /><b>{value}</b><span className="small soft">{word}</span></label>)}
        </fieldset>
        <Field label="A word for it, if you like"><input name="word" maxLength={60} autoComplete="off" /></Field>
        <Reads><b>Everybody in this group</b> sees what you say here.</Reads>
        <Bar><Button>Say it</Button><Button kind="plain" name="pass" value="yes" formNoValidate>Pass</Button></Bar>
      </RoomForm>
      <Arrivals room={room} isOpen={isNow} />
    </Sheet>
  )
}

const Arrivals = ({ room, isOpen = false }: { room: RoomView; isOpen?: boolean }) => (
  room.checkIns.length > 0 ? (
    <details open={isOpen || undefined}>
      <summary>How everybody is arriving</summary>
      <ul className="check-ins">
        {room.checkIns.map((one) => <li key={one.personId}><b>{nameOf(room, one.personId)}</b> <span>{one.scale ? `${one.scale} of 5` : 'passes'}{one.word && `, “${one.word}”`}</span></li>)}
      </ul>
    </details>
  ) : null
)
