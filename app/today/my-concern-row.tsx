import { HandHeart } from 'lucide-react'
import type { MyConcern } from '#modules/safeguarding/my-concerns.server.ts'
import { LinkRow } from '#app/ui/link-row.tsx'
import { inSentence, sayWhen } from '#app/ui/say-when.ts'

/** What somebody passed on themself: who has it now. Never what it says. */
export function MyConcernRow({ concern, now }: { concern: MyConcern; now: Date }) {
  const { concernId, raisedAt, receivedByName, receivedAt, takenOnByName } = concern
  const title = takenOnByName ? `${takenOnByName} is looking after it` : receivedByName && receivedAt ? `${receivedByName} has it, ${inSentence(sayWhen(new Date(receivedAt), now))}` : 'The adults have been told'
  return <LinkRow icon={HandHeart} tone={receivedByName || takenOnByName ? 'rope' : 'signal'} title={title} detail={`What you passed on ${inSentence(sayWhen(raisedAt, now))}`} to={`/worried/${concernId}`} />
}
