import { Field } from '#app/ui/field.tsx'

type Props = { name: string; label: string; hint?: string; /** Now, on the setting's wall clock: nothing later than this has happened. */ clock: string; said?: string; problem?: string }

/** A day and time that has been. */
export const MomentField = ({ name, label, hint, clock, said, problem }: Props) => (
  <Field label={label} hint={hint} problem={problem}><input type="datetime-local" name={name} required max={clock} defaultValue={said ?? clock} /></Field>
)
