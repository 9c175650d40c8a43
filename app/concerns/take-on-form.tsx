import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Reads } from '#app/ui/reads.tsx'
import { KeptWords } from '#app/drafts/kept-words.tsx'

type Props = { concernId: string; said?: Record<string, string>; problem?: string; message?: string }

export const TakeOnForm = ({ concernId, said, problem, message }: Props) => (
  <Form method="post" action={`/concerns/${concernId}/taking-on`} className="stack">
    <Problem message={message} />
    <Field label="What happens first?" hint="One sentence: who does what, and when." problem={problem}><KeptWords draft={`concern-first-step/${concernId}`} name="firstStep" rows={3} required minLength={3} maxLength={5000} defaultValue={said?.firstStep} /></Field>
    <Reads><b>The safeguarding lead and deputies</b> can read this. Whoever raised it sees only that you are looking after it.</Reads>
    <div><Button>I am looking after it</Button></div>
  </Form>
)
