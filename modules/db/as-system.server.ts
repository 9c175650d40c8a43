import { inTransaction, type Tx } from './transaction.server.ts'

/** Works as nobody, for a job: as the role `system`, which is bound by policies of its own. Every purpose is on record as an act. */
export const asSystem = <Result>(purpose: string, work: (tx: Tx) => Promise<Result>): Promise<Result> =>
  inTransaction('system', {}, async (tx) => {
    const result = await work(tx)
    await tx.act.createMany({ data: [{ kind: 'system', facts: { purpose } }] })
    return result
  })
