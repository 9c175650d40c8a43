import { z } from 'zod'
import { opener } from '../crypto/seal.server.ts'
import { now, underWay } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const MenteesOf = z.object({ organisationId: z.uuid(), after: z.uuid().optional() })
const onAPage = 30

/** The mentees of a setting with their mentors and codes, for its youth workers; a page at a time, newest first. */
export async function menteesOf(viewer: Viewer, input: z.input<typeof MenteesOf>) {
  const { organisationId, after } = MenteesOf.parse(input)
  authorize(may.lookAfterPairs, viewer, organisationId)
  return read(viewer, async (tx) => {
    const current = underWay()
    const rows = await tx.mentee.findMany({
      where: { organisationId, ...(after ? { id: { lt: after } } : {}) }, orderBy: { id: 'desc' }, take: onAPage + 1,
      include: {
        pairs: { where: current, include: { mentor: { select: { name: true, fullName: true } } } },
        codes: { where: { endedAt: null, expiresAt: { gt: now() } }, select: { expiresAt: true } },
      },
    })
    const page = rows.slice(0, onAPage)
    const open = await opener(tx, 'Mentee', page.map((mentee) => mentee.id))
    return {
      mentees: page.map((mentee) => ({
        id: mentee.id, birdName: mentee.birdName, ownName: open(mentee.id, 'ownName', mentee.ownName),
        pair: mentee.pairs[0] ? { id: mentee.pairs[0].id, mentor: mentee.pairs[0].mentor.fullName, since: mentee.pairs[0].startsAt } : null,
        codeUntil: mentee.codes[0]?.expiresAt ?? null,
      })),
      next: rows.length > onAPage ? page.at(-1)!.id : null,
    }
  })
}
