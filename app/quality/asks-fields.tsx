import { Field } from '#app/ui/field.tsx'

type Props = { said: Record<string, string>; fields: Record<string, string>; dueOn: string; assessor: string; required?: boolean; prefix?: string }

/** What an assessor is asked to do, and by when. */
export const AsksFields = ({ said, fields, dueOn, assessor, required, prefix = '' }: Props) => (
  <>
    <Field label={`What ${assessor} should do`} hint="For example: look at it again, or tell the learner what is missing." problem={fields[`${prefix}asks`]}><textarea name="asks" rows={3} maxLength={4000} required={required} defaultValue={said.asks} /></Field>
    <Field label="By which day" problem={fields[`${prefix}dueOn`]}><input type="date" name="dueOn" required={required} defaultValue={said.dueOn ?? dueOn} /></Field>
  </>
)
