import { useActionData } from '@remix-run/react'
import { CircleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { landsHere } from './use-answer-focus.ts'
import './problem.css'

/**
 * Why a form could not be done, in one sentence. Never red: red is for safety. After a press it is read out, and somebody who uses the keyboard stands
 * at the first field it is about, with what is said of that field in view; where it is about no field, at the sentence itself.
 */
export function Problem({ message }: { message?: string | null }) {
  const answer: unknown = useActionData()
  const at = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (!message || answer === undefined || !at.current) return
    const field = at.current.closest('form, .sheet')?.querySelector('.field-problem')?.parentElement
    const first = field?.querySelector<HTMLElement>('input:not([type="hidden"]), textarea, select, summary')
    if (!field || !first) return at.current.focus()
    first.focus({ preventScroll: true })
    field.scrollIntoView({ block: 'start' })
  }, [message, answer])
  return message ? <p ref={at} className="problem" role="alert" {...landsHere(answer)}><CircleAlert aria-hidden="true" /><span>{message}</span></p> : null
}
