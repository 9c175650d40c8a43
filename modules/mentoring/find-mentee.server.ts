import { z } from 'zod'
import { completionsOf } from '../completion/completions-of.server.ts'
import { opener } from '../crypto/seal.server.ts'
import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const FindMentee = z.object({ menteeId: z.uuid() })

/** One mentee, for a youth worker of their setting: pairs past and present, the code that works now, and who could be their mentor. */
export async function findMentee(viewer: Viewer, input: z.input<typeof FindMentee>) {
  const { menteeId } = FindMentee.parse(input)
  return read(viewer, async (tx) => {
    const mentee = await tx.mentee.findUnique({
      where: { id: menteeId },
      include: {
        organisation: { select: { name: true } },
        pairs: { orderBy: { startsAt: 'desc' }, include: { mentor: { select: { fullName: true } } } },
        codes: { where: { endedAt: null, expiresAt: { gt: now() } }, select: { expiresAt: true } },
      },
    })
    if (!mentee) throw new NotFound()
    authorize(may.lookAfterPairs, viewer, mentee.organisationId)
    const open = await opener(tx, 'Mentee', [mentee.id])
    const mentors = await tx.membership.findMany({
      where: { organisationId: mentee.organisationId, role: 'mentor', startsAt: { lte: now() }, OR: [{ endsAt: null }, { endsAt: { gt: now() } }] },
      include: { person: { select: { id: true, fullName: true } } }, orderBy: { person: { fullName: 'asc' } },
    })
    const known = await completionsOf(tx, { organisationId: mentee.organisationId, personIds: mentors.map(({ person }) => person.id) })
    return {
      id: mentee.id, birdName: mentee.birdName, ownName: open(mentee.id, 'ownName', mentee.ownName), setting: mentee.organisation.name,
      pairs: mentee.pairs.map((pair) => ({ id: pair.id, mentor: pair.mentor.fullName, since: pair.startsAt, until: pair.endsAt })),
      codeUntil: mentee.codes[0]?.expiresAt ?? null,
      /** Who is ready to meet a mentee, and who is not yet, with what is missing. */
      mentors: mentors.map(({ person }) => ({ ...person, missing: known.get(person.id)!.missing, isReady: known.get(person.id)!.isComplete })),
    }
  })
}
