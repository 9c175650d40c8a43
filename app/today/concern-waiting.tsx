import { Form } from '@remix-run/react'
import { HandHeart } from 'lucide-react'
import type { ConcernWaiting } from '#modules/safeguarding/concerns-waiting.server.ts'
import { Button } from '#app/ui/button.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { daysFrom, inSentence, sayHowLong, sayTime, sayWhen } from '#app/ui/say-when.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'

/** A concern that nobody has taken on yet: how long it has waited, where it goes next, and the one thing to do. */
export function ConcernWaitingSheet({ concern, now }: { concern: ConcernWaiting; now: Date }) {
  const { concernId, openable, mayReceive, raisedAt, raisedByName, receivedByName, receivedAt, climbsAt, climbsTo, organisationName, organisationPhone } = concern
  const who = receivedAt ? `${receivedByName ?? 'A colleague'} has it, nobody has taken it on.` : 'Nobody has it yet.'
  const waited = now.getTime() - raisedAt.getTime()
  const next = climbsAt && climbsTo ? ` Goes on to ${climbsTo} ${daysFrom(now, climbsAt) === 0 ? `at ${sayTime(climbsAt)}` : inSentence(sayWhen(climbsAt, now))}.` : ''
  return (
    <Sheet tone="signal" as="div">
      <Rows>
        <Row
          icon={HandHeart} tone="signal"
          title={openable ? `A concern from ${raisedByName ?? 'a young person'}` : `A concern waits at ${organisationName}`}
          detail={openable ? `Raised ${inSentence(sayWhen(raisedAt, now))}. ${who}${next}` : `Raised ${inSentence(sayWhen(raisedAt, now))}. Call ${organisationName}${organisationPhone ? ` on ${organisationPhone}` : ''}: it is theirs to answer, and it has waited too long.`}
          tag={<Tag tone="signal">{waited < 60_000 ? 'just now' : `waiting ${sayHowLong(waited)}`}</Tag>}
          action={mayReceive
            ? <Form method="post" action={`/concerns/${concernId}/receipt`}><Button kind="signal">I have it</Button></Form>
            : openable ? <ButtonLink kind="signal" to={`/concerns/${concernId}`}>Open it</ButtonLink>
            : <ButtonLink kind="signal" to="/concerns">See where</ButtonLink>}
        />
      </Rows>
    </Sheet>
  )
}
