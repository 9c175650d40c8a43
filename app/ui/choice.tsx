import { useId, type InputHTMLAttributes, type ReactNode } from 'react'
import './choice.css'

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & { label: ReactNode; hint?: ReactNode; type?: 'radio' | 'checkbox' }

/** One answer to choose, big enough for a thumb. */
export function Choice({ label, hint, type = 'radio', ...input }: Props) {
  const id = useId()
  return (
    <label className="choice">
      <input {...input} type={type} aria-describedby={hint ? id : undefined} />
      <span><span className="choice-label">{label}</span>{hint && <span id={id} className="choice-hint soft small">{hint}</span>}</span>
    </label>
  )
}
