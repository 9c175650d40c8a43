import { after, minutes } from '../../clock.ts'
import { momentOf } from '../../cohorts/timetable.ts'
import { Conflict } from '../../errors.ts'
import { LocalTime as aTime } from '../../supervision/local-time.ts'

/** When something happened, on the setting's wall clock, as a form says it. */
export const LocalTime = aTime('Say on which day, and at what time.')

/** The moment it was. What is still to come cannot be written down as done; a clock a few minutes ahead can. */
export function happened(local: string, { organisation }: { organisation: { timeZone: string } }): string {
  const at = momentOf(local, organisation.timeZone)
  if (at > after(minutes(5))) throw new Conflict('That time is still to come. Write it down once it has happened.')
  return at.toISOString()
}
