import { z } from 'zod'
import { TrainingSeen } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { now, underWay } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { mentorCourse } from './parts/mentor-course.server.ts'
import { may } from './policy.ts'

export const SayTrainedBefore = z.object({
  id: z.uuid(), organisationId: z.uuid(), personId: z.uuid(),
  seen: z.enum(TrainingSeen, 'Say what you saw.'),
  endedOn: z.iso.date('Write the day they finished.'),
})

/**
 * A coordinator writes down that a mentor was trained before they came to Belay, and what they saw that says so. It stands for the course, and
 * for nothing else: the units about keeping safe, the agreement and the policy are everybody's to do here.
 */
export async function sayTrainedBefore(viewer: Viewer, input: z.input<typeof SayTrainedBefore>): Promise<void> {
  const { id, organisationId, personId, seen, endedOn } = SayTrainedBefore.parse(input)
  authorize(may.sayTrainedBefore, viewer, { organisationId, personId })
  await change(viewer, async (tx) => {
    if (new Date(endedOn) > now()) throw new Conflict('That day is still to come. Write the day they finished.')
    const isMentor = await tx.membership.findFirst({ where: { personId, organisationId, role: 'mentor', ...underWay() } })
    if (!isMentor) throw new Conflict('That person is not a mentor here now.')
    const { count } = await tx.earlierTraining.createMany({ data: [{ id, organisationId, personId, courseId: mentorCourse().id, seen, endedOn: new Date(endedOn), byId: viewer.id }], skipDuplicates: true })
    if (count === 0) return
    await record(tx, viewer, 'completion.trained-before', { organisationId, subjectId: personId, trainingId: id, seen })
    await tell(tx, `person:${personId}`, 'completion:changed', { organisationId })
  })
}
