import { useLocation } from '@remix-run/react'
import type { AskedForCode } from '#app/http/visit.server.ts'
import { Note } from '#app/ui/note.tsx'
import { PageTitle } from '#app/ui/page-title.tsx'
import { SafeLine } from '#app/ui/safe-line.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { CodeForm } from './code-form.tsx'
import { VisitFrame } from './visit-frame.tsx'

/** A mentee's visit was over when they came to this page, or when they sent what they wrote on it. */
export function CodeAgain({ asked }: { asked?: AskedForCode }) {
  const { pathname, search } = useLocation()
  const hasWords = asked !== undefined && asked.kept.length > 0
  return (
    <VisitFrame>
      <PageTitle kicker={hasWords ? 'Your page closed by itself' : undefined}>{hasWords ? 'Your code, once more' : 'Hello'}</PageTitle>
      {hasWords && <Note tone="sun"><span role="status"><b>What you wrote is not lost, and not sent: no adult has it yet.</b> It goes with your code. Nobody sees it here.</span></Note>}
      <Sheet>
        <CodeForm action={`${pathname}${search}`} button={hasWords ? 'Send it' : 'Open my page'} kept={asked?.kept} message={asked?.message} problem={asked?.problem} />
      </Sheet>
      {hasWords && <p className="small"><a href="/m">Somebody else wrote this: leave it, and start again</a></p>}
      <SafeLine />
    </VisitFrame>
  )
}
