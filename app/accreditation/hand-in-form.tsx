import type { ReactNode } from 'react'
import type { Found } from '#modules/accreditation/names-in.ts'
import { DraftForm } from '#app/drafts/draft-form.tsx'
import { Answered } from '#app/ui/answered.tsx'
import { Button } from '#app/ui/button.tsx'
import { Choice } from '#app/ui/choice.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { CriteriaChoice, type UnitToChoose } from './criteria-choice.tsx'

export type Refused = { message: string; fields: Record<string, string> }
export type Asked = { found: Found[]; looked: string } | null
type Props = {
  about: string; id: string; words: string; chosen: string[]; units: UnitToChoose[]; kind: string; kinds?: { value: string; label: string }[]; cardId?: string | null
  declaration: string; refused?: Refused; asked: Asked; reads: ReactNode
  /** A photo, a recording or a file: what is chosen, what it is, and what to look at in it before it is handed in. */
  work?: { chosen: ReactNode; look: ReactNode; wordsLabel: string; lookLabel: string }
}
const whys: Record<Found['why'], string> = { name: 'the name of somebody here', place: 'the name of a place', capital: 'written with a large letter', contact: 'a way to reach somebody' }

/** Words, what they show, a look for names, and the declaration: first looked through, then handed in. */
export function HandInForm({ about, id, words, chosen, units, kind, kinds, cardId, declaration, refused, asked, reads, work }: Props) {
  return (
    <DraftForm className="stack" encType={work ? 'multipart/form-data' : undefined} about={about} id={id}>
      <Problem message={refused?.message} />
      {cardId && <input type="hidden" name="cardId" value={cardId} />}
      {asked && <input type="hidden" name="looked" value={asked.looked} />}
      {work?.chosen}
      {asked && (
        <Note tone="sun">
          <Answered answer={refused ? undefined : asked}><b>{asked.found.length === 0 ? 'We looked for names and found none.' : 'We looked for names. Look at these words:'}</b></Answered>
          {asked.found.length > 0 && <ul>{asked.found.map(({ word, why }) => <li key={word}><mark>{word}</mark>: {whys[why]}</li>)}</ul>}
          <p className="small">Take out people’s names, schools and places, and anything that shows who somebody is. A bird’s name from Belay may stay. If you change the words, we look again.</p>
        </Note>
      )}
      {kinds ? <ChoiceGroup legend="What it is" name="kind" type="radio" options={kinds} defaultValue={kind} required problem={refused?.fields.kind} /> : <input type="hidden" name="kind" value={kind} />}
      <Field label={work?.wordsLabel ?? 'The words'} problem={refused?.fields.words}><textarea name="words" rows={work ? 4 : 9} required maxLength={8000} defaultValue={words} /></Field>
      <Reads>{reads}</Reads>
      <CriteriaChoice legend="What it shows" hint="One piece can show several." problem={refused?.fields.criterionIds} suggested="Taught where you wrote this" units={units} chosen={chosen} />
      {asked && work?.look}
      {asked && <Choice type="checkbox" name="declared" value="yes" required label={declaration} hint={refused?.fields.declared} />}
      <Button type="submit">{asked ? 'Hand it in' : work?.lookLabel ?? 'Look for names'}</Button>
    </DraftForm>
  )
}
