import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { change } from '../db/change.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { tell } from '../live/tell.server.ts'
import { authorize } from '../policy.ts'
import { awardNews } from './events.ts'
import { findAward } from './parts/find-award.server.ts'
import { may } from './policy.ts'

/** A parent or carer said yes to a badge being public, and an adult of the setting writes that down. Whether it is public is still the young person's to choose. */
export async function sayParentAgreed(viewer: Viewer, input: { awardId: string }): Promise<void> {
  const awardId = z.uuid().parse(input.awardId)
  await change(viewer, async (tx) => {
    const { organisationId, personId } = await findAward(tx, awardId)
    authorize(may.sayParentAgreed, viewer, { organisationId, personId })
    const { count } = await tx.badgeParentsYes.createMany({ data: [{ awardId, organisationId, personId, byId: viewer.id }], skipDuplicates: true })
    if (count === 0) return
    await record(tx, viewer, 'badge.parent-agreed', { organisationId, subjectId: personId, awardId })
    await tell(tx, `person:${personId}`, awardNews.changed, { awardId })
  })
}

/** The award this is about, for who may write it down. */
export async function awardForParentsYes(viewer: Viewer, input: { awardId: string }) {
  const id = z.uuid().parse(input.awardId)
  return read(viewer, async (tx) => {
    const { organisationId, personId, cohortId, registrationId } = await findAward(tx, id)
    authorize(may.sayParentAgreed, viewer, { organisationId, personId })
    const person = await tx.person.findUnique({ where: { id: personId }, select: { name: true, bornOn: true } })
    return { id, personId, name: person?.name ?? 'This young person', isAgeKnown: Boolean(person?.bornOn), /** The page of certificates, for who may open it. */ from: may.awardQualification(viewer, { organisationId, personId }) ? { cohortId, registrationId } : null }
  })
}
