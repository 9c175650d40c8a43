import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { days, now } from '../clock.ts'

/** A day and time on the setting's wall clock, as a form gives it; one that exists, and within a year or so of today. */
export const LocalTime = (message: string) => z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, message).refine((text) => {
  try {
    return Math.abs(Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toZonedDateTime('UTC').epochMilliseconds - now().getTime()) < days(400)
  } catch {
    return false
  }
}, { error: message })
