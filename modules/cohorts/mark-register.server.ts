import { v5 } from 'uuid'
import { z } from 'zod'
import { Mark } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import { newId } from '../db/new-id.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { cohortFor } from './cohort-facts.server.ts'
import { may } from './policy.ts'

const MarkRegister = z.object({
  /** Made by the page; a form sent twice makes the same rows. */
  key: z.uuid().optional(),
  sessionId: z.uuid(),
  /** What this registrar changed, and nothing else: two registrars at once then do not write over each other. */
  marks: z.record(z.uuid(), z.enum(Mark)),
})

/** Somebody who runs a cohort marks who was there. Marks are added, never changed: the newest counts, the older ones stay to be seen. */
export async function markRegister(viewer: Viewer, input: z.input<typeof MarkRegister>): Promise<number> {
  const { key = newId(), sessionId, marks } = MarkRegister.parse(input)
  return change(viewer, async (tx) => {
    const session = await tx.cohortSession.findUnique({ where: { id: sessionId } })
    if (!session) throw new NotFound()
    const cohort = await cohortFor(tx, viewer, session.cohortId)
    authorize(may.run, viewer, cohort)
    if (session.calledOffAt) throw new Conflict('This sitting was called off when the course was closed, so there is nobody to mark.')
    const people = Object.keys(marks)
    const onRegister = await tx.cohortMember.count({ where: { cohortId: cohort.id, part: 'learner', placedAt: { not: null }, personId: { in: people } } })
    if (onRegister < people.length) throw new Conflict('Somebody you marked has no place in this cohort. Look at the register again.')

    // Held until the commit: the mark that is saved last is the newest, also when two press in the same instant.
    await tx.$executeRaw`SELECT app.hold_register(${sessionId}::uuid)`
    const rows = people.map((personId) => ({ id: v5(personId, key), organisationId: cohort.organisationId, sessionId, personId, mark: marks[personId]!, markedById: viewer.id, markedAt: now() }))
    const { count } = await tx.sessionMark.createMany({ data: rows, skipDuplicates: true })
    if (count > 0) {
      await record(tx, viewer, 'cohorts.register-marked', { organisationId: cohort.organisationId, subjectId: sessionId, cohortId: cohort.id, count })
      for (const { personId } of rows) await tell(tx, `person:${personId}`, 'cohorts:marked', { sessionId })
    }
    return count
  })
}
