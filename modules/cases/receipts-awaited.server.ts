import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

export type ReceiptAwaited = { concernId: string; raisedByName: string | null; sentAt: Date; receiptBy: string; isLate: boolean; /** How many locked files were made of it since. */ packs: number }

/** The cases that were handed to another setting and that nobody there has said they have, for everybody who keeps them, longest first. */
export const receiptsAwaited = (viewer: Viewer): Promise<ReceiptAwaited[]> => read(viewer, (tx) => tx.$queryRaw<ReceiptAwaited[]>`
  SELECT r."concernId", (SELECT p.name FROM "Person" p WHERE p.id = r."raisedById") AS "raisedByName", r."sentAt", r."receiptBy", r."receiptBy"::timestamptz <= app.now() AS "isLate", r.packs
  FROM app.receipts_awaited() r ORDER BY r."sentAt"`)
