import { TimeForMe } from '#app/rooms/time-for-me.tsx'
import { useFrame } from '#app/ui/frame.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { inSentence, sayWhen } from '#app/ui/say-when.ts'
import { sayNames } from '#modules/safeguarding/say-names.ts'
import { HelpLines } from './help-lines.tsx'

export type TimeOffered = { meetingId: string; startsAt: Date | string; supervisorNames: string[]; isAsked: boolean; freshId: string }
type Props = { isMentee: boolean; /** No adult has heard of it: their part is not done before one has. */ hasNobody?: boolean; /** Where a mentor can have time for themself. */ time: TimeOffered | null }

/** The other half of handing on: their part is done, and somebody asks how they are. */
export function AndYou({ isMentee, hasNobody = false, time }: Props) {
  const frame = useFrame()
  const now = new Date(frame?.now ?? 0)
  return (
    <Sheet tone="dusk" aria-labelledby="and-you">
      <h2 id="and-you" className="h3">And you?</h2>
      <p>{hasNobody ? 'Ring, or tell an adult, and your part is done. You do not have to carry this on your own.' : 'Your part is done. You do not have to carry this on your own, ask more, or keep watch.'} {isMentee ? 'You can talk about how you are with any adult you trust.' : 'You can talk about how you are, today, with any adult you trust.'}</p>
      {time && frame?.viewer && (
        <div className="stack">
          <p>Your {new Date(time.startsAt) <= now ? 'supervision is on now' : <>next supervision is {inSentence(sayWhen(new Date(time.startsAt), now))}</>}, with {sayNames(time.supervisorNames)}. You can have time there that is only about you.</p>
          <TimeForMe meetingId={time.meetingId} name={frame.viewer.name} freshId={time.freshId} isAsked={time.isAsked} />
        </div>
      )}
      <h3>Someone to talk to</h3>
      <HelpLines />
    </Sheet>
  )
}
