const day = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** "Fri 25 December 2026" */
export const sayCalendarDay = (iso: string): string => day.format(new Date(`${iso}T00:00Z`)).replace(',', '')

/** One day, or from the first to the last. */
export const sayDays = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string => (startsOn === endsOn ? sayCalendarDay(startsOn) : `${sayCalendarDay(startsOn)} to ${sayCalendarDay(endsOn)}`)
