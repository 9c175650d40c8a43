import { z } from 'zod'
import type { Mark } from '#prisma/generated/enums.ts'
import { unitsOf } from '../curriculum/units-of.ts'
import { read } from '../db/read.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { keptVersions, versionsOf } from '../learning/versions.server.ts'
import { authorize } from '../policy.ts'
import { hours, type Hours } from './hours.ts'
import { mentorCourse } from './parts/mentor-course.server.ts'
import { isTrainedByMe } from './parts/trained-by-me.server.ts'
import { may } from './policy.ts'

export const HoursOf = z.object({ personId: z.uuid(), organisationId: z.uuid() })
export type HoursSeen = Hours & { person: { id: string; fullName: string }; organisationId: string; setting: string }

/** A learner's ledger of learning in one setting: for themself, the setting's youth workers and coordinators, and the trainers of their course. */
export const hoursOf = (viewer: Viewer, input: z.input<typeof HoursOf>): Promise<HoursSeen> => read(viewer, (tx) => hoursIn(tx, viewer, HoursOf.parse(input)))

/** A learner's own, in each setting where they learn. */
export const myHours = (viewer: Viewer): Promise<HoursSeen[]> => read(viewer, async (tx) => {
  const settings = [...new Set(viewer.memberships.filter(({ role }) => role === 'mentor' || role === 'trainee_trainer').map(({ organisationId }) => organisationId))]
  const found: HoursSeen[] = []
  for (const organisationId of settings) found.push(await hoursIn(tx, viewer, { personId: viewer.id, organisationId }))
  return found
})

async function hoursIn(tx: Tx, viewer: Viewer, { personId, organisationId }: z.output<typeof HoursOf>): Promise<HoursSeen> {
  authorize(may.see, viewer, { personId, organisationId, isTrainedByMe: await isTrainedByMe(tx, { personId, organisationId }) })
  const person = await tx.person.findUnique({ where: { id: personId }, select: { id: true, fullName: true } })
  const setting = await tx.organisation.findUnique({ where: { id: organisationId }, select: { name: true } })
  if (!person || !setting) throw new NotFound()
  const course = mentorCourse()
  const sittings = await tx.$queryRaw<{ title: string; startsAt: Date; minutes: number; mark: Mark | null }[]>`
    SELECT s.title, s."startsAt", s.minutes, newest.mark::text AS mark
    FROM "CohortMember" p JOIN "Cohort" c ON c.id = p."cohortId" JOIN "CohortSession" s ON s."cohortId" = c.id
    LEFT JOIN LATERAL (SELECT m.mark FROM "SessionMark" m WHERE m."sessionId" = s.id AND m."personId" = p."personId" ORDER BY m."markedAt" DESC, m.id DESC LIMIT 1) newest ON true
    WHERE p."personId" = ${personId}::uuid AND p."organisationId" = ${organisationId}::uuid AND p.part = 'learner' AND c."courseId" = ${course.id} AND s."calledOffAt" IS NULL
    ORDER BY s."startsAt", s.id`
  const all = unitsOf(course).map(({ unit }) => unit)
  const done = await tx.unitProgress.findMany({ where: { personId, organisationId, courseId: course.id, finishedAt: { not: null } }, select: { unitId: true, contentHash: true, finishedAt: true }, orderBy: [{ finishedAt: 'asc' }, { id: 'asc' }] })
  const versionOf = await versionsOf(tx, all, done.map(({ contentHash }) => contentHash))
  // A unit that has left the course since was learned all the same.
  const gone = await keptVersions(tx, done.filter(({ unitId }) => !all.some(({ id }) => id === unitId)).map(({ contentHash }) => contentHash))
  const units = done.flatMap(({ unitId, contentHash, finishedAt }) => {
    const unit = all.find(({ id }) => id === unitId)
    const begun = unit ? versionOf(unit, contentHash) : gone.find((one) => one.contentHash === contentHash)
    return begun && finishedAt ? [{ title: begun.title, finishedAt, minutes: begun.minutes }] : []
  })
  const [supervision] = await tx.$queryRaw<{ meetings: number; minutes: number }[]>`SELECT * FROM app.supervision_attended(${personId}::uuid, ${organisationId}::uuid)`
  return { ...hours({ sittings, units, supervision: supervision ?? { meetings: 0, minutes: 0 } }), person, organisationId, setting: setting.name }
}
