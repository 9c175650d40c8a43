import { CircleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { Choice } from './choice.tsx'
import './choice.css'

type Option = { value: string; label: ReactNode; hint?: ReactNode }
type Props = { legend: ReactNode; name: string; options: readonly Option[]; type: 'radio' | 'checkbox'; defaultValue?: string | readonly string[]; hint?: ReactNode; problem?: string; required?: boolean }

/** A question with answers to choose from: one (`radio`) or several (`checkbox`). */
export function ChoiceGroup({ legend, name, options, type, defaultValue, hint, problem, required }: Props) {
  const id = useId()
  const chosen = typeof defaultValue === 'string' ? [defaultValue] : (defaultValue ?? [])
  const described = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ')
  return (
    <fieldset className="choices" aria-describedby={described || undefined}>
      <legend className="label">{legend}</legend>
      {hint && <div id={`${id}-hint`} className="soft small">{hint}</div>}
      {problem && <div id={`${id}-problem`} className="field-problem"><CircleAlert aria-hidden="true" />{problem}</div>}
      <div className="choices-list" data-many={type === 'checkbox' && options.length > 6 || undefined}>{options.map((option) => (
        <Choice key={option.value} {...option} type={type} name={name} required={type === 'radio' ? required : undefined} defaultChecked={chosen.includes(option.value)} />
      ))}</div>
    </fieldset>
  )
}
