import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { holdsSomewhere } from '../policy.ts'

export type PairUnderWay = { pairId: string; menteeId: string; mentorName: string; birdName: string; since: Date }

/** The pairs a youth worker looks after, newest first, without anything sealed: a mentor's first name and the bird their mentee chose. `all` says how many there are. */
export async function pairsUnderWay(viewer: Viewer, { take = 6 }: { take?: number } = {}): Promise<{ pairs: PairUnderWay[]; all: number }> {
  if (!holdsSomewhere(viewer, 'youth_worker')) return { pairs: [], all: 0 }
  return read(viewer, async (tx) => {
    const where = { startsAt: { lte: now() }, OR: [{ endsAt: null }, { endsAt: { gt: now() } }], mentorId: { not: viewer.id } }
    const pairs = await tx.pair.findMany({ where, take, orderBy: [{ startsAt: 'desc' }, { id: 'desc' }], include: { mentor: { select: { name: true } }, mentee: { select: { birdName: true } } } })
    const all = pairs.length < take ? pairs.length : await tx.pair.count({ where })
    return { all, pairs: pairs.map(({ id, menteeId, mentor, mentee, startsAt }) => ({ pairId: id, menteeId, mentorName: mentor.name, birdName: mentee.birdName, since: startsAt })) }
  })
}
