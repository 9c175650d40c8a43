import { Mark } from '#prisma/generated/enums.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { When } from '#app/ui/when.tsx'
import { markNames } from './mark-names.ts'
import './register.css'

type Person = { id: string; fullName: string; mark: Mark | null; markedBy: string | null; markedAt: Date | string | null }

/**
 * A register: four answers a person, each a thumb wide. What stood there when the page was read goes along (`was`), so that only what this
 * registrar changed is sent on, and a colleague's marks of the same minute stay.
 */
export function Register({ people }: { people: readonly Person[] }) {
  return (
    <div className="register">
      {people.map((person) => (
        <fieldset key={`${person.id} ${person.mark ?? ''}`}>
          <legend className="visually-hidden">{person.fullName}</legend>
          <input type="hidden" name={`was.${person.id}`} value={person.mark ?? ''} />
          <div className="who">
            <Avatar name={person.fullName} size="small" />
            <div><b>{person.fullName}</b>{person.markedAt && <div className="soft small">{person.markedBy}, <When at={person.markedAt} within /></div>}</div>
          </div>
          <div className="marks">
            {Object.values(Mark).map((mark) => (
              <label key={mark}><input type="radio" name={`mark.${person.id}`} value={mark} defaultChecked={person.mark === mark} /><span>{markNames[mark]}</span></label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  )
}
