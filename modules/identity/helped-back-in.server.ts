import { days, now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'

/** Who helped this person back in a little while ago, until they say that they have read it. Nobody comes in as somebody else unseen. */
export const helpedBackIn = (viewer: Viewer) => read(viewer, async (tx) => {
  const help = await tx.helpBackIn.findFirst({
    where: { personId: viewer.id, readAt: null, usedAt: { gt: new Date(now().getTime() - days(30)) } }, orderBy: { usedAt: 'desc' },
    select: { id: true, usedAt: true, givenBy: { select: { name: true } }, joinedById: true, joinedBy: { select: { name: true } }, organisation: { select: { name: true } } },
  })
  if (!help) return null
  // Row-level security may hide an adult who has left since.
  const names = [(help.givenBy as { name: string } | null)?.name, help.joinedBy?.name].filter((name) => name !== undefined)
  return { helpId: help.id, at: help.usedAt!, by: names.length > 0 ? names : [`An adult of ${help.organisation.name}`] }
})
