import type { Question } from '#modules/safeguarding/additions.ts'
import { Choice } from '#app/ui/choice.tsx'
import { ChoiceGroup } from '#app/ui/choice-group.tsx'
import { Field } from '#app/ui/field.tsx'

type Props = { question: Question; isAdult: boolean; today: string; said?: string; problem?: string }

/** One question of what can be added, as this person is asked it. */
export function Asked({ question: { name, kind, options = [], ...asked }, isAdult, today, said, problem }: Props) {
  const { label, hint } = (isAdult ? asked.adult : asked.young) ?? { label: asked.read }
  if (kind === 'choice') return <ChoiceGroup legend={label} hint={hint} type="radio" name={name} options={options} defaultValue={said} problem={problem} />
  if (kind === 'tick') return <Choice type="checkbox" name={name} value="yes" label={label} hint={hint} defaultChecked={said === 'yes'} />
  return (
    <Field label={label} hint={hint} problem={problem}>
      {kind === 'words' ? <textarea name={name} rows={4} maxLength={10_000} defaultValue={said} />
        : kind === 'line' ? <input name={name} maxLength={2000} autoComplete="off" defaultValue={said} />
          : <input type={kind === 'day' ? 'date' : 'time'} name={name} max={kind === 'day' ? today : undefined} defaultValue={said} />}
    </Field>
  )
}
