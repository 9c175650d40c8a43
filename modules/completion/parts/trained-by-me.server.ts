import type { Tx } from '../../db/transaction.server.ts'

/** Is the viewer a trainer of a mentor course this person learns on in that setting, with the role that goes with it? */
export async function isTrainedByMe(tx: Tx, { personId, organisationId }: { personId: string; organisationId: string }): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ trained: boolean }[]>`SELECT ${`${personId} ${organisationId}`} = ANY (app.learners_i_train()) AS trained`
  return row?.trained === true
}
