import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { DraftForm } from '#app/drafts/draft-form.tsx'

type Props = { concernId: string; id: string; said?: Record<string, string>; problem?: string; message?: string }

/** What a draft of it is about. */
export const takingOn = (concernId: string) => `concern-first-step/${concernId}`

export const TakeOnForm = ({ concernId, id, said, problem, message }: Props) => (
  <DraftForm action={`/concerns/${concernId}/taking-on`} className="stack" about={takingOn(concernId)} id={id}>
    <Problem message={message} />
    <Field label="What happens first?" hint="One sentence: who does what, and when." problem={problem}><textarea name="firstStep" rows={3} required minLength={3} maxLength={5000} defaultValue={said?.firstStep} /></Field>
    <Reads><b>The safeguarding lead and deputies</b> can read this. Whoever raised it sees only that you are looking after it.</Reads>
    <div><Button>I am looking after it</Button></div>
  </DraftForm>
)
