import { CalendarCheck, CalendarClock } from 'lucide-react'
import { Row } from '#app/ui/row.tsx'
import { Rows } from '#app/ui/rows.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { When } from '#app/ui/when.tsx'
import type { Cohort } from './cohort.ts'
import { markNames, markTones } from './mark-names.ts'

/** The sittings in order, each with its register's state or the viewer's own mark. */
export function Timetable({ cohort }: { cohort: Cohort }) {
  return (
    <Sheet>
      <h2>Timetable</h2>
      <Rows ordered>
        {cohort.sittings.map((sitting) => (
          <Row key={sitting.id} icon={sitting.isOver ? CalendarCheck : CalendarClock} tone={sitting.isOver ? 'plain' : 'rope'} title={`${sitting.number}. ${sitting.title}`}
            to={cohort.can.run && !sitting.isCalledOff ? `/cohorts/${cohort.id}/sittings/${sitting.id}` : undefined}
            detail={<><When at={sitting.startsAt} /> · {sitting.minutes} min · {sitting.place}</>}
            tag={sitting.isCalledOff ? <Tag>called off</Tag> : sitting.marked !== null && (sitting.isOver || sitting.marked > 0) ? <Tag tone={sitting.isOver && sitting.marked < cohort.placedCount ? 'sun' : 'plain'}>{sitting.marked} of {Math.max(cohort.placedCount, sitting.marked)} marked</Tag>
              : sitting.myMark ? <Tag tone={markTones[sitting.myMark]}>{markNames[sitting.myMark]}</Tag> : undefined} />
        ))}
      </Rows>
    </Sheet>
  )
}
