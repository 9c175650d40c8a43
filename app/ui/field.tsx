import { CircleAlert } from 'lucide-react'
import { cloneElement, useId, type ReactElement, type ReactNode } from 'react'
import './field.css'

type Props = { label: ReactNode; hint?: ReactNode; problem?: string; children: ReactElement }

/** A label, what helps, what is still missing, and one input: tied together for everybody. */
export function Field({ label, hint, problem, children }: Props) {
  const made = useId()
  const given = children.props as { id?: string; 'aria-describedby'?: string }
  const id = given.id ?? made
  const described = [given['aria-describedby'], hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && <div id={`${id}-hint`} className="soft small">{hint}</div>}
      {problem && <div id={`${id}-problem`} className="field-problem"><CircleAlert aria-hidden="true" />{problem}</div>}
      {cloneElement(children, { id, 'aria-describedby': described || undefined, ...(problem ? { 'aria-invalid': true } : {}) } as object)}
    </div>
  )
}
