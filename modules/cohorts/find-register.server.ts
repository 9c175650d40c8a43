import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { cohortFor } from './cohort-facts.server.ts'
import { newestMarks } from './newest-marks.server.ts'
import { may } from './policy.ts'
import { localOf } from './timetable.ts'

export const FindRegister = z.object({ cohortId: z.uuid(), sessionId: z.uuid() })

/** One sitting with its register, for those who run the cohort: everybody with a place, the mark that counts and who made it. */
export async function findRegister(viewer: Viewer, input: z.input<typeof FindRegister>) {
  const { cohortId, sessionId } = FindRegister.parse(input)
  return read(viewer, async (tx) => {
    const cohort = await cohortFor(tx, viewer, cohortId)
    const session = await tx.cohortSession.findFirst({ where: { id: sessionId, cohortId } })
    if (!session) throw new NotFound()
    authorize(may.run, viewer, cohort)
    const members = await tx.cohortMember.findMany({ where: { cohortId, part: 'learner', placedAt: { not: null }, leftAt: null }, include: { person: { select: { id: true, name: true, fullName: true } } }, orderBy: { person: { fullName: 'asc' } } })
    const marks = (await newestMarks(tx, [sessionId])).get(sessionId)!
    const markers = new Map((await tx.person.findMany({ where: { id: { in: [...new Set([...marks.values()].map((mark) => mark.markedById))] } }, select: { id: true, name: true } })).map(({ id, name }) => [id, name]))
    return {
      cohortName: cohort.name, courseId: cohort.courseId, pattern: cohort.pattern, covers: session.covers, number: session.number, title: session.title, startsAt: session.startsAt, local: localOf(session.startsAt, cohort.organisation.timeZone), minutes: session.minutes, place: session.place,
      people: members.filter((member) => (member.person as typeof member.person | null) !== null).map(({ person }) => {
        const mark = marks.get(person.id)
        return { ...person, mark: mark?.mark ?? null, markedBy: mark ? markers.get(mark.markedById) ?? 'a colleague' : null, markedAt: mark?.markedAt ?? null }
      }),
    }
  })
}
