import { after, days } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

/** Who helped this person back in a little while ago, until they say that they have read it. Nobody comes in as somebody else unseen. */
export const helpedBackIn = (viewer: Viewer) => read(viewer, async (tx) => {
  const [help] = await tx.$queryRaw<{ helpId: string; at: Date; where: string; names: string[] }[]>`
    SELECT h.id AS "helpId", h."usedAt" AS at, o.name AS where,
      ARRAY_REMOVE(ARRAY[(SELECT p.name FROM "Person" p WHERE p.id = h."givenById"), (SELECT p.name FROM "Person" p WHERE p.id = h."joinedById")], NULL) AS names
    FROM "HelpBackIn" h JOIN "Organisation" o ON o.id = h."organisationId"
    WHERE h."personId" = ${viewer.id}::uuid AND h."readAt" IS NULL AND h."usedAt" > ${after(-days(30))} ORDER BY h."usedAt" DESC LIMIT 1`
  // Row-level security may hide an adult who has left since.
  return help ? { helpId: help.helpId, at: help.at, by: help.names.length > 0 ? help.names : [`An adult of ${help.where}`] } : null
})
