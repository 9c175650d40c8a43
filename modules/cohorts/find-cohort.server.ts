import { z } from 'zod'
import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { cohortFigures } from './cohort-figures.server.ts'
import { cohortFor } from './cohort-facts.server.ts'
import { newestMarks } from './newest-marks.server.ts'
import { may } from './policy.ts'

export const FindCohort = z.object({ cohortId: z.uuid() })

/** A cohort as this viewer may see it: its timetable, the people whose places they may see, and what they may do. */
export async function findCohort(viewer: Viewer, input: z.input<typeof FindCohort>) {
  const { cohortId } = FindCohort.parse(input)
  return read(viewer, async (tx) => {
    const cohort = await cohortFor(tx, viewer, cohortId)
    const sessions = await tx.cohortSession.findMany({ where: { cohortId }, orderBy: { number: 'asc' } })
    const members = await tx.cohortMember.findMany({ where: { cohortId, leftAt: null }, include: { person: { select: { id: true, name: true, fullName: true } } }, orderBy: [{ askedAt: 'asc' }, { id: 'asc' }] })
    // A setting that took somebody on and then lost sight of them leaves a place without a name; such a place is not listed.
    const known = members.filter((member) => (member.person as typeof member.person | null) !== null)
    const marks = await newestMarks(tx, sessions.map((session) => session.id))
    const figures = (await cohortFigures(tx, [cohortId]))(cohortId)
    const learners = known.filter((member) => member.part === 'learner')
    const isThere = (personId: string) => sessions.filter((session) => ['present', 'late'].includes(marks.get(session.id)!.get(personId)?.mark ?? '')).length
    const senders = [...new Set(learners.flatMap((member) => member.fromOrganisationId ?? []))]
    const from = new Map((await tx.organisation.findMany({ where: { id: { in: senders } }, select: { id: true, name: true } })).map(({ id, name }) => [id, name]))
    const canRun = may.run(viewer, cohort)
    const closer = cohort.closedById ? await tx.person.findUnique({ where: { id: cohort.closedById }, select: { name: true } }) : null
    return {
      id: cohort.id, kind: cohort.kind, name: cohort.name, pattern: cohort.pattern, places: cohort.places, isOver: cohort.closedAt !== null, closed: cohort.closedAt ? { at: cohort.closedAt, by: closer?.name ?? null } : null, placedCount: figures.placed, waitingCount: figures.waiting,
      organisationId: cohort.organisationId, where: cohort.organisation.name, timeZone: cohort.organisation.timeZone,
      mine: cohort.mine ? { part: cohort.mine.part, isWaiting: cohort.mine.placedAt === null && cohort.closedAt === null } : null,
      trainers: known.filter((member) => member.part === 'trainer').map((member) => member.person),
      learners: learners.filter((member) => member.placedAt).map((member) => ({ ...member.person, from: member.fromOrganisationId ? from.get(member.fromOrganisationId) ?? null : null, attended: isThere(member.personId), canTakeOff: may.takeOff(viewer, cohort, member) })),
      waiting: learners.filter((member) => !member.placedAt).map((member) => ({ ...member.person, askedAt: member.askedAt, canTakeOff: may.takeOff(viewer, cohort, member) })),
      sittings: sessions.map((session) => ({
        id: session.id, number: session.number, covers: session.covers, title: session.title, startsAt: session.startsAt, minutes: session.minutes, place: session.place,
        hasBegun: session.startsAt <= now(), isCalledOff: session.calledOffAt !== null,
        isOver: session.calledOffAt === null && session.startsAt.getTime() + session.minutes * 60_000 <= now().getTime(),
        marked: canRun ? marks.get(session.id)!.size : null, myMark: marks.get(session.id)!.get(viewer.id)?.mark ?? null,
      })),
      can: { run: canRun, close: !cohort.closedAt && may.close(viewer, cohort.organisationId, cohort.kind), ask: may.ask(viewer, cohort) && !cohort.mine && !cohort.closedAt },
    }
  })
}
