import { Link, useLocation } from '@remix-run/react'
import { Note } from '#app/ui/note.tsx'
import { useNotGone } from './not-gone.ts'

/** On whatever page its writer is: they were told that it goes by itself. The form brings it back, and says the rest. */
export function NotGoneNote() {
  const isNotGone = useNotGone()
  const isAtTheForm = useLocation().pathname === '/worried/about'
  if (!isNotGone || isAtTheForm) return null
  return (
    <aside aria-label="Not handed on">
      <div role="status"><Note tone="sun"><b>Something you handed on has not gone.</b> No adult has it yet: there is one thing to answer first. <Link to="/worried/about?danger=no">Open it</Link></Note></div>
    </aside>
  )
}
