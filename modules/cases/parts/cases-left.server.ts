import type { Tx } from '../../db/transaction.server.ts'
import type { CaseLeft } from '../case-clock.ts'

/** The cases whose holder can no longer look after them, in one question: one, or all. For jobs. */
export const casesLeft = (tx: Tx, concernId: string | null = null): Promise<CaseLeft[]> => concernId
  ? tx.$queryRaw<CaseLeft[]>`SELECT * FROM app.cases_left(ARRAY[${concernId}::uuid])`
  : tx.$queryRaw<CaseLeft[]>`SELECT * FROM app.cases_left(ARRAY(SELECT u."concernId" FROM app.cases_under_way u))`
