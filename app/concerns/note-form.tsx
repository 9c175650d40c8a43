import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { KeptWords } from '#app/drafts/kept-words.tsx'

type Props = { concernId: string; id: string; said?: Record<string, string>; problem?: string; message?: string; sent?: readonly (string | null)[] }

export const NoteForm = ({ concernId, id, said, problem, message, sent }: Props) => (
  <Form method="post" action={`/concerns/${concernId}/note`} className="stack" key={id}>
    <Problem message={message} />
    <input type="hidden" name="id" value={id} />
    <Field label="Add to the chronology" hint="Facts first: who, what, when. Say what is your opinion. It cannot be changed afterwards." problem={problem}><KeptWords draft={`concern-note/${concernId}`} sent={sent} name="words" rows={3} required maxLength={10_000} defaultValue={said?.words} /></Field>
    <Reads><b>Everybody who can open this concern</b> can read this.</Reads>
    <div><Button kind="plain">Add</Button></div>
  </Form>
)
