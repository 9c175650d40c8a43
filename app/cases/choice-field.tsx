import { Field } from '#app/ui/field.tsx'

type Props = { name: string; label: string; hint?: string; options: readonly { value: string; label: string }[]; said?: string; problem?: string }

/** One of a list too long to lay out. */
export const ChoiceField = ({ name, label, hint, options, said, problem }: Props) => (
  <Field label={label} hint={hint} problem={problem}>
    <select name={name} required defaultValue={said ?? ''}>
      <option value="">Choose</option>
      {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
    </select>
  </Field>
)
