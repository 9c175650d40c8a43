import { Link, useLocation } from '@remix-run/react'
import { Note } from '#app/ui/note.tsx'
import { useNotGone } from './not-gone.ts'

const words = {
  asked: <><b>Something you handed on has not gone.</b> No adult has it yet: there is one thing to answer first.</>,
  rest: <><b>What you wrote last has not gone.</b> You wrote it while the rest was being sent, so it is not in it. No adult has it yet. Hand it on as well, or empty it.</>,
}

/** On whatever page its writer is: they pressed “Hand it on”, and believe that it is gone. The form brings it back, and says the rest. */
export function NotGoneNote() {
  const notGone = useNotGone()
  const isAtTheForm = useLocation().pathname === '/worried/about'
  if (!notGone || isAtTheForm) return null
  return (
    <aside aria-label="Not handed on">
      <div role="status"><Note tone="sun">{words[notGone]} <Link to="/worried/about?danger=no">Open it</Link></Note></div>
    </aside>
  )
}
