/**
 * The time, in one place. The database's clock is the clock: every transaction reads `app.now()` and this follows it, so that
 * two app processes agree, and a test that moves the database's clock moves ours. Production has nothing that moves it.
 */
let offset = 0

export const now = (): Date => new Date(Date.now() + offset)

/** Follow the database's clock. Called by `modules/db` on every transaction; less than a second apart counts as the same. */
export function follow(databaseTime: Date) {
  const apart = databaseTime.getTime() - Date.now()
  offset = Math.abs(apart) < 1000 ? 0 : apart
}

export const seconds = (count: number) => count * 1000
export const minutes = (count: number) => count * 60_000
export const hours = (count: number) => count * 3_600_000
export const days = (count: number) => count * 86_400_000

/** That many milliseconds from now. */
export const after = (ms: number): Date => new Date(now().getTime() + ms)

/** What has begun and not ended: a question about rows that say from when until when. */
export const underWay = () => ({ startsAt: { lte: now() }, OR: [{ endsAt: null }, { endsAt: { gt: now() } }] })

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' })
/** The day it is, as "2026-11-21". */
export const today = (): string => day.format(now())
