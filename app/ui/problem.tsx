import { CircleAlert } from 'lucide-react'
import './problem.css'

/** Why a form could not be done, in one sentence. Never red: red is for safety. */
export function Problem({ message }: { message?: string | null }) {
  return message ? <p className="problem" role="alert"><CircleAlert aria-hidden="true" /><span>{message}</span></p> : null
}
