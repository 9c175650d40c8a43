import type { Tx } from '../../db/transaction.server.ts'

export type DueRow = { concernId: string; organisationId: string; rule: string; days: number; dueAt: Date; isHeld: boolean; length: number }

/** The concerns whose time has come, as this viewer may know of them: all, or these. */
export const dueRows = (tx: Tx, concernIds: readonly string[] | null = null): Promise<DueRow[]> => tx.$queryRaw<DueRow[]>`
  SELECT * FROM app.concerns_due() WHERE ${concernIds === null} OR "concernId" = ANY (${[...(concernIds ?? [])]}::uuid[])`
