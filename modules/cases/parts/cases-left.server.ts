import type { Tx } from '../../db/transaction.server.ts'
import type { CaseLeft } from '../case-clock.ts'

/** The cases whose holder can no longer look after them, in one question: one, or all. For jobs. */
export const casesLeft = (tx: Tx, concernId: string | null = null) => tx.$queryRaw<CaseLeft[]>`SELECT * FROM app.cases_left(${concernId}::uuid)`
