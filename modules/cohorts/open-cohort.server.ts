import { z } from 'zod'
import { CohortKind, TimetablePattern } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import { isTaken } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'
import { courses, timetable } from './timetable.ts'

export const LocalMoment = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/, 'Choose a day and a time.')

export const OpenCohort = z.object({
  id: z.uuid().optional(),
  organisationId: z.uuid('Choose where it is held.'),
  kind: z.enum(CohortKind).default('mentors'),
  name: z.string().trim().min(3, 'Give it a name people will know it by.').max(80),
  pattern: z.enum(TimetablePattern, 'Choose two days or five sessions.'),
  places: z.coerce.number('Write how many places there are.').int().min(1, 'It needs at least one place.').max(60, 'A group of more than 60 is not one group.'),
  firstAt: LocalMoment,
  minutes: z.coerce.number('Write how many minutes.').int().min(15, 'At least 15 minutes.').max(600, 'At most ten hours.'),
  place: z.string().trim().min(2, 'Write where it is held.').max(80),
})

/** Somebody who runs courses opens a cohort: its name, its places and its whole timetable, made from the pattern. */
export async function openCohort(viewer: Viewer, input: z.input<typeof OpenCohort>): Promise<string> {
  const { id = newId(), organisationId, kind, name, pattern, places, firstAt, minutes, place } = OpenCohort.parse(input)
  authorize(may.open, viewer, organisationId, kind)
  try {
    return await change(viewer, async (tx) => {
      const organisation = await tx.organisation.findUnique({ where: { id: organisationId }, include: { terms: true } })
      if (!organisation) throw new NotFound()
      await tx.cohort.createMany({ data: [{ id, organisationId, kind, courseId: courses[kind].courseId, name, pattern, places }] })
      const sittings = timetable({ kind, pattern, firstAt, timeZone: organisation.timeZone, terms: organisation.terms })
      await tx.cohortSession.createMany({ data: sittings.map((sitting) => ({ ...sitting, organisationId, cohortId: id, minutes, place })) })
      await record(tx, viewer, 'cohorts.opened', { organisationId, subjectId: id, kind, pattern, places })
      return id
    })
  } catch (error) {
    if (isTaken(error)) return id
    throw error
  }
}
