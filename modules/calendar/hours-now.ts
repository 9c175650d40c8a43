import { isStaffed, opensNext, type Calendar } from './staffed-time.ts'

/** What a page says of a setting's hours at this moment. */
export type HoursNow = { isStaffed: boolean; opensAt: Date | null; emergencyDuty: string | null }

/** Null where the setting has not said when somebody is there: then nothing is said of hours at all. */
export const hoursNow = (calendar: Calendar, at: Date): HoursNow | null => {
  if (!calendar.week) return null
  const isHere = isStaffed(calendar, at)
  return { isStaffed: isHere, opensAt: isHere ? null : opensNext(calendar, at), emergencyDuty: calendar.emergencyDuty }
}
