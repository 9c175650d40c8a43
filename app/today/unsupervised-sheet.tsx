import { UserRoundX } from 'lucide-react'
import type { SupervisionMissed } from '#modules/supervision/supervision-missed.server.ts'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { inSentence, sayDay, sayWhen } from '#app/ui/say-when.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'

/** Mentors who have been without supervision for too long, and when they could next. No reproach: somebody finds the barrier with them. */
export const UnsupervisedSheet = ({ mentors, now }: { mentors: readonly SupervisionMissed[]; now: Date }) => (
  <Sheet aria-labelledby="unsupervised">
    <h2 id="unsupervised" className="today-h">Without supervision for too long</h2>
    <Rows>{mentors.map(({ personId, organisationId, name, lastAt, days, isInGroup, nextAt }) => (
      <Row key={`${personId} ${organisationId}`} icon={UserRoundX} tone="sun" title={name} to="/rooms" tag={<Tag tone="sun">{days} days</Tag>}
        detail={<>{lastAt ? `Was there ${inSentence(sayDay(new Date(lastAt), now))}.` : 'Has a mentee, and has not been there yet.'} {nextAt ? `Next ${inSentence(sayWhen(new Date(nextAt), now))}. Talk to them before that.` : isInGroup ? 'No meeting is planned.' : 'Is in no group: give them a place.'}</>} />
    ))}</Rows>
  </Sheet>
)
