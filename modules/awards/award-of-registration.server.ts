import { z } from 'zod'
import { certificateNumberOf } from '../claims/my-claim.server.ts'
import { now } from '../clock.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { saidThirteen } from '../organisations/thirteen-or-older.server.ts'
import { authorize } from '../policy.ts'
import { isSignedOff } from '../quality/is-signed-off.server.ts'
import { needsParent } from './needs-parent.ts'
import { may } from './policy.ts'
import { standingOf } from './states.ts'

/** How it stands with the certificate of one registration, for the coordinator who awards it. */
export async function awardOfRegistration(viewer: Viewer, input: { registrationId: string }) {
  const id = z.uuid().parse(input.registrationId)
  return read(viewer, async (tx) => {
    const registration = await tx.registration.findUnique({ where: { id }, include: { person: { select: { id: true, name: true, fullName: true, bornOn: true } }, specification: { select: { title: true, version: true } }, awards: { orderBy: { issue: 'desc' }, take: 1, include: { takenBack: { select: { takenBackAt: true } }, parentsYes: { select: { saidAt: true } } } } } })
    if (!registration) throw new NotFound()
    authorize(may.awardQualification, viewer, registration)
    const [newest] = registration.awards
    const { bornOn, ...person } = registration.person
    const isSaid = (await saidThirteen(tx, { organisationId: registration.organisationId, personIds: [person.id] })).has(person.id)
    return {
      registrationId: id, person, specification: registration.specification, isSignedOff: await isSignedOff(tx, id), certificateNumber: await certificateNumberOf(tx, id), isWithdrawn: registration.withdrawnAt !== null,
      award: newest ? { id: newest.id, certificateNumber: newest.certificateNumber, awardedAt: newest.awardedAt, needsParent: needsParent({ bornOn, isSaid }) && !newest.parentsYes, standing: standingOf({ goodUntil: newest.goodUntil, takenBackAt: newest.takenBack?.takenBackAt ?? null }, now()) } : null,
    }
  })
}
