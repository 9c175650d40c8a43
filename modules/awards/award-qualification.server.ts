import { z } from 'zod'
import { holdRegistration, refuseIfWithdrawn } from '../accreditation/hold-registration.server.ts'
import { certificateNumberOf } from '../claims/my-claim.server.ts'
import { now } from '../clock.ts'
import { change } from '../db/change.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict } from '../errors.ts'
import { authorize } from '../policy.ts'
import { isSignedOff, waitForAColleague } from '../quality/is-signed-off.server.ts'
import { isAtLeast } from './age.ts'
import { endOfDay, GoodUntil } from './good-until.ts'
import { makeOut } from './parts/make-out.server.ts'
import { may } from './policy.ts'

export const AwardQualification = z.object({ id: z.uuid(), registrationId: z.uuid(), goodUntil: GoodUntil })

/** A coordinator gives somebody the certificate and badge of a qualification: signed off by a quality assurer, claimed, and accepted with the awarding body's own number. From 14. */
export async function awardQualification(viewer: Viewer, input: z.input<typeof AwardQualification>): Promise<void> {
  const { id, registrationId, goodUntil } = AwardQualification.parse(input)
  await change(viewer, async (tx) => {
    const registration = await holdRegistration(tx, registrationId)
    authorize(may.awardQualification, viewer, registration)
    if (await tx.award.findUnique({ where: { id }, select: { id: true } })) return
    refuseIfWithdrawn(registration, 'They are not registered on this any more, so there is nothing to award.')
    if (!(await isSignedOff(tx, registrationId))) throw new Conflict('Not yet. A quality assurer signs them off first.')
    if ((await waitForAColleague(tx, registrationId)) > 0) throw new Conflict('Not yet. An assessor’s qualification had run out or was struck through. Another assessor countersigns their decisions first.')
    const certificateNumber = await certificateNumberOf(tx, registrationId)
    if (!certificateNumber) throw new Conflict('Not yet. The awarding body’s number comes with the claim: once it is accepted, you can award this.')
    const { organisationId, personId } = registration
    const person = await tx.person.findUnique({ where: { id: personId }, select: { bornOn: true } })
    if (person?.bornOn && !isAtLeast(14, person.bornOn, now())) throw new Conflict('They are under 14, and a qualification is from 14. Give them the certificate of the course.')
    const { title } = await tx.specification.findUniqueOrThrow({ where: { id: registration.specificationId }, select: { title: true } })
    await makeOut(tx, viewer, { id, kind: 'qualification', organisationId, personId, registrationId, certificateNumber, title, goodUntil: endOfDay(goodUntil) })
  })
}
