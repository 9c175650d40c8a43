import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { holdsSomewhere } from '../policy.ts'

export type PairUnderWay = { pairId: string; menteeId: string; mentorName: string; birdName: string; since: Date }

/** The pairs a youth worker looks after, newest first, without anything sealed: a mentor's first name and the bird their mentee chose. `all` says how many there are. */
export async function pairsUnderWay(viewer: Viewer, { take = 6 }: { take?: number } = {}): Promise<{ pairs: PairUnderWay[]; all: number }> {
  if (!holdsSomewhere(viewer, 'youth_worker')) return { pairs: [], all: 0 }
  const rows = await read(viewer, (tx) => tx.$queryRaw<(PairUnderWay & { all: number })[]>`
    WITH under_way AS (
      SELECT *, (count(*) OVER ())::int AS "all" FROM "Pair"
      WHERE "mentorId" <> ${viewer.id}::uuid AND "startsAt" <= ${now()} AND ("endsAt" IS NULL OR "endsAt" > ${now()}) ORDER BY "startsAt" DESC, id DESC LIMIT ${take})
    SELECT u.id AS "pairId", u."menteeId", p.name AS "mentorName", m."birdName", u."startsAt" AS since, u."all"
    FROM under_way u JOIN "Person" p ON p.id = u."mentorId" JOIN "Mentee" m ON m.id = u."menteeId" ORDER BY u."startsAt" DESC, u.id DESC`)
  return { pairs: rows.map(({ all: _all, ...pair }) => pair), all: rows[0]?.all ?? 0 }
}
