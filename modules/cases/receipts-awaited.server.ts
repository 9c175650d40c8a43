import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

export type ReceiptAwaited = { concernId: string; raisedByName: string | null; sentAt: Date; receiptBy: string; isLate: boolean; /** How many locked files were made of it since. */ packs: number }

/** The cases that were handed to another setting and that nobody there has said they have, for everybody who keeps them, longest first. */
export const receiptsAwaited = (viewer: Viewer): Promise<ReceiptAwaited[]> => read(viewer, (tx) => tx.$queryRaw<ReceiptAwaited[]>`
  SELECT h."concernId", (SELECT p.name FROM "Person" p JOIN "Concern" c ON c."raisedById" = p.id WHERE c.id = h."concernId") AS "raisedByName",
    t.at AS "sentAt", t.facts->>'receiptBy' AS "receiptBy", (t.facts->>'receiptBy')::timestamptz <= app.now() AS "isLate",
    (SELECT count(*)::int FROM "ChronologyEntry" x WHERE x."concernId" = h."concernId" AND x.kind = 'exported' AND x.facts->>'transferId' = t.id::text) AS packs
  FROM "ChronologyHead" h JOIN "ChronologyEntry" t ON t."concernId" = h."concernId" AND t.id = app.transfer_awaited(h."concernId")
  WHERE h.state = 'transferred' AND app.keeps_concern(h."concernId") ORDER BY t.at`)
