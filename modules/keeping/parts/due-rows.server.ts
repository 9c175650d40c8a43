import type { Tx } from '../../db/transaction.server.ts'

export type DueRow = { subjectId: string; organisationId: string; rule: string; days: number; dueAt: Date; isHeld: boolean; length: number }

/** Those whose time has come, as this viewer may know of them: all, or these. */
export const dueRows = (tx: Tx, subjectIds: readonly string[] | null = null): Promise<DueRow[]> => tx.$queryRaw<DueRow[]>`
  SELECT * FROM app.due() WHERE ${subjectIds === null} OR "subjectId" = ANY (${[...(subjectIds ?? [])]}::uuid[])`
