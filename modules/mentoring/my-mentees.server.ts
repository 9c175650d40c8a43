import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

/** The mentees this mentor meets now, by the name each chose. */
export const myMentees = (viewer: Viewer): Promise<{ pairId: string; menteeId: string; birdName: string; since: Date }[]> => read(viewer, async (tx) => {
  const pairs = await tx.pair.findMany({
    where: { mentorId: viewer.id, startsAt: { lte: now() }, OR: [{ endsAt: null }, { endsAt: { gt: now() } }] },
    include: { mentee: { select: { birdName: true } } }, orderBy: { startsAt: 'asc' },
  })
  // A pair stays yours to see when its mentee no longer is: the relation is then empty, whatever its type says.
  return pairs.flatMap((pair) => ((pair.mentee as { birdName: string } | null) ? [{ pairId: pair.id, menteeId: pair.menteeId, birdName: pair.mentee.birdName, since: pair.startsAt }] : []))
})
