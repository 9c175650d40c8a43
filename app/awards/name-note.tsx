import { UserRoundCheck, UserRoundX } from 'lucide-react'
import { Answered } from '#app/ui/answered.tsx'
import { Note } from '#app/ui/note.tsx'

/** Whether the name somebody typed is the one it was made out to. Nothing where none was typed. */
export const NameNote = ({ isTheName, answer }: { isTheName: boolean | null; /** What was asked for just now, that this answers. */ answer?: unknown }) => (isTheName === null ? null
  : isTheName ? <Note tone="rope" icon={UserRoundCheck}><Answered answer={answer}><b>That is the name it was made out to.</b></Answered></Note>
    : <Note tone="sun" icon={UserRoundX}><Answered answer={answer}><b>It was not made out to that name.</b></Answered> Look at how it is written: every part of the name has to be there.</Note>)
