import type { Tx } from '../db/transaction.server.ts'
import type { Calendar } from './staffed-time.ts'

/** The calendars of these organisations, in one question, for whoever belongs there, a mentee on a visit, and jobs. */
export async function calendarsOf(tx: Tx, organisationIds: readonly string[]): Promise<(organisationId: string) => Calendar> {
  const ids = [...new Set(organisationIds)]
  const rows = ids.length === 0 ? [] : await tx.$queryRaw<(Calendar & { organisationId: string })[]>`SELECT * FROM app.calendars(${ids}::uuid[])`
  const found = new Map(rows.map(({ organisationId, ...calendar }) => [organisationId, calendar]))
  return (organisationId) => found.get(organisationId) ?? nothingKnown
}

const nothingKnown: Calendar = { timeZone: 'Europe/London', week: null, isOpenInHolidays: false, emergencyDuty: null, terms: [], closed: [] }
