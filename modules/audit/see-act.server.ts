import { Prisma } from '#prisma/generated/client.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { record } from './record.server.ts'

export type ActToSee = { actId: string; what: string; organisationId: string }
/** Where it stands what one person did that others are to see, and who has seen it: a function and a table of the database, of the same columns. */
type Kept = { toSee: 'clock_acts_to_see' | 'webhook_acts_to_see'; seen: 'ClockActSeen' | 'WebhookSeen'; kind: string }

/** Somebody has seen what a colleague did alone. In one statement, so that of two at once the second finds it seen; the first is on record, and then it leaves everybody's Today. */
export const seeAct = (viewer: Viewer, { toSee, seen, kind }: Kept, { actId, what, organisationId }: ActToSee): Promise<void> => change(viewer, async (tx) => {
  const count = await tx.$executeRaw`INSERT INTO ${Prisma.raw(`"${seen}"`)} ("actId", what, "organisationId", "byId") SELECT a."actId", a.what, a."organisationId", ${viewer.id}::uuid FROM ${Prisma.raw(`app.${toSee}()`)} a
    WHERE a."actId" = ${actId}::uuid AND a.what::text = ${what} AND a."organisationId" = ${organisationId}::uuid ON CONFLICT DO NOTHING`
  if (count) await record(tx, viewer, kind, { organisationId, subjectId: actId })
})
