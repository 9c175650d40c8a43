import type { RoomView } from '#modules/supervision/room-view.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { RoomForm } from './room-form.tsx'
import { markWords } from './words.ts'

const marks = ['present', 'late', 'excused', 'absent'] as const

/** Who was here. The room marks those it sees; a supervisor puts it right. */
export function Register({ room, freshId }: { room: RoomView; freshId: string }) {
  const register = room.forSupervisors?.register ?? []
  const mentors = room.members.filter((member) => member.part === 'mentor')
  const here = register.filter((one) => (one.mark === 'present' || one.mark === 'late') && mentors.some((member) => member.personId === one.personId)).length
  return (
    <Sheet as="details" aria-label="Register">
      <summary><b>Register</b> <span className="soft small">{here} of {mentors.length} mentors here</span></summary>
      <ul className="room-register">
        {mentors.map(({ personId, name }) => {
          const mark = register.find((one) => one.personId === personId)
          return (
            <li key={personId}>
              <span><b>{name}</b> <span className="soft small">{mark ? (mark.byRoom ? 'seen by the room' : 'marked by a supervisor') : 'not seen yet'}</span></span>
              <RoomForm to={`/rooms/${room.id}/register`} fields={{ personId, markId: freshId }} className="room-marks" label={`${name}’s mark`}>
                {marks.map((one) => <button key={one} name="mark" value={one} aria-pressed={mark?.mark === one} className="mark-button">{markWords[one]}</button>)}
              </RoomForm>
            </li>
          )
        })}
      </ul>
    </Sheet>
  )
}
