import { useLocation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { AskedForCode } from '#app/http/visit.server.ts'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { SafeLine } from '#app/ui/safe-line.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { CodeForm } from './code-form.tsx'
import { useOver } from './use-over.ts'
import { VisitFrame } from './visit-frame.tsx'

/** How long words wait for a code in an open page. Long enough to ask for a new one, short enough for a device that others use next. */
const waits = 10 * 60_000

/** Not a step further on: Back must not lead to what was left. */
const leave = () => location.replace('/m')

/** A mentee's visit was over when they came to this page, while they wrote on it, or when they sent what they wrote. */
export function CodeAgain({ asked }: { asked?: AskedForCode }) {
  const { pathname, search } = useLocation()
  const [touched, setTouched] = useState(0)
  const hasWords = asked !== undefined && asked.kept.length > 0
  const isLeft = useOver(hasWords ? waits : Number.POSITIVE_INFINITY, touched)
  useEffect(() => { if (isLeft) leave() }, [isLeft])
  return (
    <VisitFrame>
      <PageTitle kicker={hasWords ? 'Your page closed by itself' : undefined}>{hasWords ? 'Your code, once more' : 'Hello'}</PageTitle>
      {hasWords && <Note tone="sun"><span role="status"><b>What you wrote is not lost, and not sent: no adult has it yet.</b> It goes with your code. Nobody sees it here. <span className="visit-waits">If you leave it for ten minutes, it is gone.</span></span></Note>}
      <Sheet>
        <CodeForm action={`${pathname}${search}`} button={hasWords ? 'Send it' : 'Open my page'} kept={asked?.kept} message={asked?.message} problem={asked?.problem} onInput={() => setTouched((before) => before + 1)} />
      </Sheet>
      {hasWords && <p className="small"><a href="/m" onClick={(event) => { event.preventDefault(); leave() }}>Somebody else wrote this: leave it, and start again</a></p>}
      <SafeLine />
    </VisitFrame>
  )
}
