import { Form, Link } from '@remix-run/react'
import { KeyRound } from 'lucide-react'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { When } from '#app/ui/when.tsx'
import { sayNames } from './say-count.ts'
import type { TodayData } from './today-of.server.ts'

/** Says who helped this person back in, until they have read it. */
export const HelpedNote = ({ helped }: { helped: TodayData['helped'] }) => helped && (
  <Note tone="sun" icon={KeyRound}>
    <div className="stack">
      <p><b>{sayNames(helped.by)} helped you back in, <When at={helped.at} within />.</b> What you signed in with before no longer works. Was it not you who asked? <Link to="/worried">Tell an adult now</Link>.</p>
      <Form method="post" action={`/account/help/${helped.helpId}/reading`}><Button type="submit" kind="plain">I know about this</Button></Form>
    </div>
  </Note>
)
