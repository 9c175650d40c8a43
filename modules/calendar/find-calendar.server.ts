import { z } from 'zod'
import { days, now, today } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { bankHolidays, bankHolidaysChecked } from './bank-holidays.ts'
import { calendarsOf } from './calendars-of.server.ts'
import { hoursNow, type HoursNow } from './hours-now.ts'
import { may } from './policy.ts'
import { isHoliday, type Hours } from './staffed-time.ts'

export type CalendarPage = {
  organisationId: string; organisationName: string; week: readonly Hours[] | null; isOpenInHolidays: boolean; emergencyDuty: string | null; now: HoursNow | null
  closed: { id: string; name: string; startsOn: string; endsOn: string }[]; terms: { name: string; startsOn: string; endsOn: string }[]
  bankHolidays: readonly { day: string; name: string }[]; checked: typeof bankHolidaysChecked; isHolidayToday: boolean; hasTermAhead: boolean; mayKeep: boolean
}

const iso = (date: Date) => date.toISOString().slice(0, 10)

/** When a setting is at work: its hours, terms, closed days, and the bank holidays ahead. For the adults who work there. */
export const findCalendar = (viewer: Viewer, organisationId: string): Promise<CalendarPage> => read(viewer, async (tx) => {
  const place = await tx.organisation.findUnique({ where: { id: z.uuid().parse(organisationId) }, include: { terms: { orderBy: { startsOn: 'asc' } } } })
  if (!place) throw new NotFound()
  authorize(may.see, viewer, place.id)
  const calendar = (await calendarsOf(tx, [place.id]))(place.id)
  const closed = await tx.closedDays.findMany({ where: { organisationId: place.id, takenBackAt: null, endsOn: { gte: new Date(today()) } }, orderBy: { startsOn: 'asc' } })
  const until = iso(new Date(now().getTime() + days(365)))
  return {
    organisationId: place.id, organisationName: place.name, week: calendar.week, isOpenInHolidays: calendar.isOpenInHolidays, emergencyDuty: calendar.emergencyDuty, now: hoursNow(calendar, now()),
    closed: closed.map(({ id, name, startsOn, endsOn }) => ({ id, name, startsOn: iso(startsOn), endsOn: iso(endsOn) })),
    terms: place.terms.map(({ name, startsOn, endsOn }) => ({ name, startsOn: iso(startsOn), endsOn: iso(endsOn) })).filter(({ endsOn }) => endsOn >= today()),
    bankHolidays: bankHolidays.filter(({ day }) => day >= today() && day <= until).slice(0, 8), checked: bankHolidaysChecked,
    isHolidayToday: isHoliday(calendar, today()), hasTermAhead: calendar.terms.some(({ endsOn }) => endsOn >= today()), mayKeep: may.keep(viewer, place.id),
  }
})
