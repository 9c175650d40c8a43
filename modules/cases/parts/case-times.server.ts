import type { Tx } from '../../db/transaction.server.ts'
import type { CaseTimes } from '../case-clock.ts'

/** For jobs: the times by which the clocks of cases run, of one case, or of all that are worked on or on their way to another setting. */
export const caseTimes = (tx: Tx, concernId: string | null = null) => tx.$queryRaw<CaseTimes[]>`SELECT * FROM app.case_times WHERE ${concernId}::uuid IS NULL OR "concernId" = ${concernId}::uuid`

/** The same of these cases, as far as the viewer reads them. */
export const timesRead = (tx: Tx, concernIds: string[]) => tx.$queryRaw<CaseTimes[]>`SELECT * FROM app.case_times_i_read(${concernIds}::uuid[])`
