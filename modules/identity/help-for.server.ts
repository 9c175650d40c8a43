import { z } from 'zod'
import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { holds } from '../policy.ts'
import { mayHelpBackIn, mayJoinInHelping, mayTakeBackHelp, needsTwo, secondAdults, whyNobody } from './helping-back-in.ts'
import { whatTheyAre } from './parts/what-they-are.server.ts'

export const HelpFor = z.object({ personId: z.uuid() })

const someAdult = 'Somebody who has left'

/** How somebody stands with help back in, in each organisation where this viewer may know: what the viewer may do, what is open, what was. */
export async function helpFor(viewer: Viewer, input: z.input<typeof HelpFor>) {
  const { personId } = HelpFor.parse(input)
  const places = [...new Set(viewer.memberships.map(({ organisationId }) => organisationId))].filter((organisationId) => holds(viewer, organisationId, ...secondAdults))
  if (personId === viewer.id || places.length === 0) return []
  return read(viewer, async (tx) => {
    const found = []
    for (const organisationId of places) {
      const them = await whatTheyAre(tx, personId, organisationId)
      if (them.roles.length === 0) continue
      const rows = await tx.helpBackIn.findMany({
        where: { organisationId, personId }, orderBy: { givenAt: 'desc' }, take: 10,
        select: { id: true, organisationId: true, personId: true, givenById: true, givenAt: true, needsTwo: true, joinedById: true, expiresAt: true, usedAt: true, takenBackAt: true, givenBy: { select: { name: true } }, joinedBy: { select: { name: true } } },
      })
      const said = rows.map((row) => ({
        id: row.id, givenAt: row.givenAt, expiresAt: row.expiresAt, usedAt: row.usedAt, isMine: row.givenById === viewer.id,
        // Row-level security may hide somebody who is nothing here any more.
        by: [(row.givenBy as { name: string } | null)?.name ?? someAdult, ...(row.joinedById ? [row.joinedBy?.name ?? someAdult] : [])],
        isOpen: row.usedAt === null && row.takenBackAt === null && row.expiresAt > now(), isWhole: !row.needsTwo || row.joinedById !== null,
        canJoin: row.joinedById === null && mayJoinInHelping(viewer, row), canTakeBack: mayTakeBackHelp(viewer, row),
      }))
      const place = await tx.organisation.findUnique({ where: { id: organisationId }, select: { name: true } })
      found.push({
        organisationId, where: place?.name ?? 'your setting', canBegin: mayHelpBackIn(viewer, them), needsTwo: needsTwo(them.roles), whyNobody: whyNobody(them),
        open: said.find(({ isOpen }) => isOpen) ?? null, past: said.filter(({ isOpen }) => !isOpen),
      })
    }
    return found
  })
}

export type HelpInPlace = Awaited<ReturnType<typeof helpFor>>[number]
