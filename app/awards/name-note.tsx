import { UserRoundCheck, UserRoundX } from 'lucide-react'
import { Note } from '#app/ui/note.tsx'

/** Whether the name somebody typed is the one it was made out to. Nothing where none was typed. */
export const NameNote = ({ isTheName }: { isTheName: boolean | null }) => (isTheName === null ? null
  : isTheName ? <Note tone="rope" icon={UserRoundCheck}><b>That is the name it was made out to.</b></Note>
    : <Note tone="sun" icon={UserRoundX}><b>It was not made out to that name.</b> Look at how it is written: every part of the name has to be there.</Note>)
