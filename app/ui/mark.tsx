import { Link } from '@remix-run/react'
import './mark.css'

/** The mark: a rope that bends into a B, and the name. */
export const Mark = () => (
  <Link className="mark" to="/">
    <svg viewBox="0 0 32 32" fill="none" stroke="currentColor" strokeWidth="3.4" strokeLinecap="round" aria-hidden="true">
      <path d="M7 25c0-12 4-19 10-19 4.6 0 7 3 7 6.5 0 4-3 6.5-7.5 6.5H12" /><path d="M14 19c5 0 11 1.5 11 6" /><circle cx="7" cy="26" r="1.6" fill="currentColor" stroke="none" />
    </svg>
    Belay
  </Link>
)
