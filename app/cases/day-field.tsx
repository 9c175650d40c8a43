import { Field } from '#app/ui/field.tsx'

type Props = { name: string; label: string; hint?: string; isNeeded?: boolean; today: string; ahead?: number; said?: string; problem?: string }

/** A day from today on. `ahead`: how many days on it begins, as a suggestion. */
export const DayField = ({ name, label, hint, isNeeded = true, today, ahead, said, problem }: Props) => (
  <Field label={label} hint={hint} problem={problem}>
    <input type="date" name={name} min={today} required={isNeeded} defaultValue={said ?? (ahead === undefined ? undefined : new Date(Date.parse(today) + ahead * 86_400_000).toISOString().slice(0, 10))} />
  </Field>
)
