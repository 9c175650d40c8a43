import { Form } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import './awards.css'

/** For whoever holds a certificate on paper: what stands at the end of its address. */
export const PaperForm = ({ refusal }: { refusal?: { message: string; mark: string } }) => (
  <Sheet aria-labelledby="on-paper">
    <h2 id="on-paper">A certificate on paper</h2>
    <Problem message={refusal?.message} />
    <Form method="post" action="/certificates" className="check-form">
      <Field label="The letters and digits at the end of its address" hint="Sixteen of them, in fours. Capitals and dashes do not matter."><input name="mark" required maxLength={60} autoCapitalize="characters" autoComplete="off" spellCheck={false} defaultValue={refusal?.mark} /></Field>
      <Button kind="plain" type="submit">Look it up</Button>
    </Form>
  </Sheet>
)
