import { GraduationCap } from 'lucide-react'
import { LinkRow } from '#app/ui/link-row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { inSentence, sayWhen } from '#app/ui/say-when.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import type { TodayData } from './today-of.server.ts'

/** Train-the-Trainer cohorts: who is on them, and when they next meet. */
export const TrainersSheet = ({ trainers, now }: { trainers: TodayData['trainers']; now: Date }) => (
  <Sheet>
    <h2 className="today-h">Training trainers</h2>
    <Rows>
      {trainers.map((cohort) => (
        <LinkRow key={cohort.cohortId} icon={GraduationCap} tone="rope" to={`/trainers/${cohort.cohortId}`} title={cohort.name}
          detail={`${cohort.people} of ${cohort.places} places taken${cohort.mine > 0 ? `, ${cohort.mine} of them yours` : ''}. ${cohort.nextAt ? `Next: ${inSentence(sayWhen(cohort.nextAt, now))}` : 'No session ahead'}`} />
      ))}
    </Rows>
  </Sheet>
)
