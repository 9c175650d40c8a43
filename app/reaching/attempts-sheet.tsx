import { Link } from '@remix-run/react'
import { CircleCheck, CircleDashed, CircleSlash2 } from 'lucide-react'
import type { Tried } from '#modules/reaching/find-webhook.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { When } from '#app/ui/when.tsx'
import { sayAttempt } from './say-attempt.ts'

type Attempt = Omit<Tried, 'at'> & { at: Date | string }

/** The last attempts at a webhook: trials for everybody who keeps it, and for whoever reads a concern those that were about it. */
export const AttemptsSheet = ({ attempts, readsConcerns }: { attempts: readonly Attempt[]; readsConcerns: boolean }) => (
  <Sheet aria-labelledby="last-attempts">
    <h2 id="last-attempts">{readsConcerns ? 'The last attempts' : 'The last trials'}</h2>
    {attempts.length === 0 && <Empty title={readsConcerns ? 'What was sent will be here' : 'Trials will be here'}>Send a trial, and see what came of it.</Empty>}
    <Rows>{attempts.map(({ id, at, concernId, ...attempt }) => {
      const { title, why } = sayAttempt({ ...attempt, isTrial: concernId === null })
      return (
        <Row key={id} icon={attempt.outcome === 'done' ? CircleCheck : attempt.outcome === 'waits' ? CircleDashed : CircleSlash2} tone={attempt.outcome === 'done' ? 'rope' : attempt.outcome === 'held_back' ? 'plain' : 'sun'} title={title}
          detail={<><When at={at} />{why && <>: {why}</>}. {concernId ? <Link to={`/concerns/${concernId}`}>The concern<span className="visually-hidden"> it was about</span></Link> : 'A trial'}</>} />
      )
    })}</Rows>
    {!readsConcerns && <p className="small soft">What was sent about a concern stands here for the lead and deputies, and on its own page.</p>}
  </Sheet>
)
