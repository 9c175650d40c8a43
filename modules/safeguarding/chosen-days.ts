import { z } from 'zod'

/** A day that somebody may choose, or leave out: from when, or until when, something is printed. */
export const perhapsDay = z.union([z.literal('').transform(() => null), z.iso.date('Pick the day as a date.')]).nullish().transform((day) => day ?? null)

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' })

/** Whether a moment is within the days that were chosen, both counted. */
export const isWithinDays = (at: Date, { from, until }: { from: string | null; until: string | null }): boolean => (!from || day.format(at) >= from) && (!until || day.format(at) <= until)
