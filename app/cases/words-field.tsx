import { Field } from '#app/ui/field.tsx'

type Props = { name: string; label: string; hint?: string; isNeeded?: boolean; rows?: number; longest?: number; said: (name: string) => string | undefined; problem: (name: string) => string | undefined }

/** A field for words of a case. */
export const WordsField = ({ name, label, hint, isNeeded = true, rows = 4, longest = 10_000, said, problem }: Props) => (
  <Field label={isNeeded ? label : <>{label} <span className="soft">if there is something</span></>} hint={hint} problem={problem(name)}>
    <textarea className={rows <= 2 ? 'short' : undefined} name={name} rows={rows} required={isNeeded} maxLength={longest} defaultValue={said(name)} />
  </Field>
)
