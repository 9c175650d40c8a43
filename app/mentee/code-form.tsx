import { Button } from '#app/ui/button.tsx'
import { Field } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import './visit.css'

type Props = { action: string; button: string; message?: string; problem?: string; /** A form that was sent after the visit was over: it goes along, and is kept nowhere else. */ kept?: readonly (readonly [name: string, value: string])[]; onInput?: () => void }

/** Asks a mentee for their code. A plain form, also with script: what it carries is in this page alone. */
export const CodeForm = ({ action, button, message, problem, kept = [], onInput }: Props) => (
  <>
    <Problem message={message} />
    <form method="post" action={action} className="visit-code" onInput={onInput}>
      {kept.map(([name, value], index) => <input key={index} type="hidden" name={name} value={value} />)}
      <Field label="Type your code" hint="Your youth worker gave it to you. Big or small letters, both are fine." problem={problem}>
        <input name="visiting" required maxLength={40} autoCapitalize="characters" autoComplete="off" spellCheck={false} />
      </Field>
      <Button type="submit">{button}</Button>
    </form>
  </>
)
