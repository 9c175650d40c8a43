import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { DraftForm } from '#app/drafts/draft-form.tsx'

type Props = { concernId: string; id: string; said?: Record<string, string>; problem?: string; message?: string }

export const NoteForm = ({ concernId, id, said, problem, message }: Props) => (
  <DraftForm action={`/concerns/${concernId}/note`} className="stack" about={`concern-note/${concernId}`} id={id}>
    <Problem message={message} />
    <Field label="Add to the chronology" hint="Facts first: who, what, when. Say what is your opinion. It cannot be changed afterwards." problem={problem}><textarea name="words" rows={3} required maxLength={10_000} defaultValue={said?.words} /></Field>
    <Reads><b>Everybody who can open this concern</b> can read this.</Reads>
    <div><Button kind="plain">Add</Button></div>
  </DraftForm>
)
