import { Bar } from '#app/ui/bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { markNames } from './mark-names.ts'
import type { KeptMark } from './use-register-draft.ts'

type Person = { id: string; fullName: string; mark: string | null; markedBy: string | null }
type Props = { people: readonly Person[]; overtaken: readonly KeptMark[]; useMine: (one: KeptMark) => void; useTheirs: (one: KeptMark) => void }

/** Marks that lay on this device while a colleague marked the same person: nothing is written over, the registrar chooses. */
export const OvertakenMarks = ({ people, overtaken, useMine, useTheirs }: Props) => overtaken.map((one) => {
  const person = people.find(({ id }) => id === one.personId)
  return person && (
    <Note key={one.personId} tone="sun">
      <p><b>{person.fullName}</b>: you had “{markNames[one.mark]}” on this device. {person.markedBy ?? 'A colleague'} has saved “{person.mark ? markNames[person.mark as keyof typeof markNames] : 'no mark'}” since.</p>
      <Bar><Button type="button" kind="plain" onClick={() => useMine(one)}>Use mine</Button><Button type="button" kind="plain" onClick={() => useTheirs(one)}>Leave it as saved</Button></Bar>
    </Note>
  )
})
