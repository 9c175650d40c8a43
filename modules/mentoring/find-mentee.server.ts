import { z } from 'zod'
import { completionsOf } from '../completion/completions-of.server.ts'
import { opener } from '../crypto/seal.server.ts'
import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const FindMentee = z.object({ menteeId: z.uuid(), /** Of the mentors, those whose name holds this. */ name: z.string().trim().max(80).default('') })
const atOnce = 60

/** One mentee, for a youth worker of their setting: pairs past and present, the code that works now, and while they have no mentor, who could be. */
export async function findMentee(viewer: Viewer, input: z.input<typeof FindMentee>) {
  const { menteeId, name } = FindMentee.parse(input)
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
    const hasMentor = mentee.pairs.some(({ endsAt }) => endsAt === null)
    // Who has signed comes first, and of those who has no mentee yet: a big setting has more mentors than anybody looks through.
    const mentors = hasMentor ? [] : await tx.$queryRaw<{ id: string; fullName: string; all: number }[]>`
      SELECT p.id::text AS id, p."fullName", (count(*) OVER ())::int AS "all" FROM "Membership" m JOIN "Person" p ON p.id = m."personId"
      WHERE m."organisationId" = ${mentee.organisationId}::uuid AND m.role = 'mentor' AND app.is_current(m."startsAt", m."endsAt")
        AND (${name} = '' OR strpos(lower(p."fullName"), lower(${name})) > 0 OR strpos(lower(p.name), lower(${name})) > 0)
      ORDER BY EXISTS (SELECT FROM "MentorAgreement" a WHERE a."personId" = p.id AND a."organisationId" = m."organisationId") DESC,
        EXISTS (SELECT FROM "Pair" pair WHERE pair."mentorId" = p.id AND app.is_current(pair."startsAt", pair."endsAt")), p."fullName", p.id LIMIT ${atOnce}`
    const known = await completionsOf(tx, { organisationId: mentee.organisationId, personIds: mentors.map(({ id }) => id) })
    return {
      id: mentee.id, birdName: mentee.birdName, ownName: open(mentee.id, 'ownName', mentee.ownName), setting: mentee.organisation.name,
      pairs: mentee.pairs.map((pair) => ({ id: pair.id, mentor: pair.mentor.fullName, since: pair.startsAt, until: pair.endsAt })),
      codeUntil: mentee.codes[0]?.expiresAt ?? null,
      /** Who is ready to meet a mentee, and who is not yet, with what is missing. */
      mentors: mentors.map(({ id, fullName }) => ({ id, fullName, missing: known.get(id)!.missing, isReady: known.get(id)!.isComplete })),
      /** How many there are in all, of whom these are the first. */
      allMentors: mentors[0]?.all ?? 0,
    }
  })
}
