import type { OpenConcern } from '#modules/safeguarding/find-concern.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { DraftForm } from '#app/drafts/draft-form.tsx'

type Props = { concernId: string; id: string; answer: NonNullable<OpenConcern['answer']>; said?: Record<string, string>; problem?: string; message?: string }

/** The answer a concern names was given without a name. A lead asks who wrote it, with a reason, and that stays on record. */
export function WhoAnswered({ concernId, id, answer, said, problem, message }: Props) {
  if (answer.writerName) return <p><b>{answer.writerName}</b> wrote this answer. You asked, and that is on record. The others in the room do not know: speak with them alone, and say how you came to know.</p>
  if (!answer.mayAsk) return <p>Whose answer it is, nobody in the room knows. Only the safeguarding lead or a deputy can ask who wrote it.</p>
  return (
    <DraftForm action={`/concerns/${concernId}/answer-writer`} className="stack" about={`concern-asked/${concernId}`} id={id}>
      <p>Whose answer it is, nobody in the room knows. They were told before they wrote: if somebody may not be safe, the safeguarding lead can ask.</p>
      <Problem message={message} />
      <Field label="Why do you need to know who wrote it?" hint="One sentence. It cannot be changed afterwards." problem={problem}><textarea name="reason" rows={2} required maxLength={2000} defaultValue={said?.reason} /></Field>
      <Reads><b>Everybody who can open this concern</b> can read that you asked, and why. Who wrote it is shown to you alone.</Reads>
      <div><Button>Ask who wrote it</Button></div>
    </DraftForm>
  )
}
