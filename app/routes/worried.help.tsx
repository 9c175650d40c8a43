import type { MetaFunction } from '@remix-run/node'
import { Sheet } from '#app/ui/sheet.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { DangerNow } from '#app/worried/danger-now.tsx'
import { HelpLines } from '#app/worried/help-lines.tsx'
import { NoSignal } from '#app/worried/no-signal.tsx'
import { StopSteps } from '#app/worried/stop-now.tsx'
import { WriteWithoutSignal } from '#app/worried/write-without-signal.tsx'
import '#app/worried/worried.css'

export const meta: MetaFunction = () => [{ title: 'Whom to call · Belay' }]

/** Kept on the device by the service worker: holds nothing of anybody, and works with no signal and no sign-in. */
export default function WorriedHelp() {
  return (
    <Shell reading>
      <div className="worried-page">
        <NoSignal />
        <DangerNow />
        <WriteWithoutSignal />
        <Sheet aria-label="What to do now"><h2 className="h3">If someone is in danger</h2><StopSteps /></Sheet>
        <Sheet aria-label="Whom to tell"><h2 className="h3">Tell an adult near you</h2>
          <p>A youth worker, a teacher, the office, a parent, a neighbour. Say: “I’m worried about someone and I need help.” You do not have to know everything.</p>
          <p className="small soft">Without a signal, Belay cannot tell anybody for you yet. A phone call may still work.</p>
        </Sheet>
        <Sheet aria-label="People to ring"><h2 className="h3">People to ring</h2><HelpLines /></Sheet>
        <p className="small"><a href="/worried">Try Belay again</a></p>
      </div>
    </Shell>
  )
}
