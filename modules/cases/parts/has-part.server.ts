import type { Tx } from '../../db/transaction.server.ts'

/** May this person have a part in the case: an adult of the setting who did not raise it, and whom it is not kept from? */
export async function hasPart(tx: Tx, concernId: string, personId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ may: boolean }[]>`SELECT app.may_have_part(${concernId}::uuid, ${personId}::uuid) AS may`
  return row!.may
}

/** Can it be kept from them: such an adult, or whoever raised it, if they are one? */
export async function mayBeKeptFrom(tx: Tx, concernId: string, personId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ may: boolean }[]>`SELECT app.may_be_kept_from(${concernId}::uuid, ${personId}::uuid) AS may`
  return row!.may
}
