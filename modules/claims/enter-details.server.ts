import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { sealAgain, sealNew } from '../crypto/seal.server.ts'
import { change } from '../db/change.server.ts'
import { once } from '../db/once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { noteAge } from '../organisations/thirteen-or-older.server.ts'
import { authorize } from '../policy.ts'
import { ageOn, dayOf } from './age.ts'
import { hashOfUln } from './parts/hash-of-uln.server.ts'
import { may } from './policy.ts'
import { tidyUln, whatIsWrongWith } from './uln.ts'

const name = z.string().transform((text) => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, 'Write it as it stands on their documents.').max(80, 'That is longer than fits here.').regex(/^[\p{L}\p{M}'’. -]+$/u, 'A name is letters, with spaces, hyphens and apostrophes.'))

export const EnterDetails = z.object({
  id: z.uuid(), registrationId: z.uuid(), forenames: name, surname: name,
  bornOn: z.iso.date('Choose the day they were born.').refine((day) => { const age = ageOn(day, dayOf(now())); return age >= 5 && age < 100 }, 'Check the year.'),
  uln: z.string().transform(tidyUln).superRefine((uln, context) => { const wrong = uln && whatIsWrongWith(uln); if (wrong) context.addIssue({ code: 'custom', message: wrong }) }),
  /** The change they were read at; nought for new ones. Whoever changed them meanwhile was first. */
  revision: z.coerce.number().int().min(0),
})

const first = 'A colleague has changed these details since you opened them. What you wrote is still here. Open the page again to see theirs.'

/** A coordinator enters what an awarding body asks of a learner, from their documents, or puts it right. */
export async function enterDetails(viewer: Viewer, input: z.input<typeof EnterDetails>): Promise<void> {
  const { id, registrationId, revision, forenames, surname, bornOn, uln } = EnterDetails.parse(input)
  await change(viewer, async (tx) => {
    const registration = await tx.registration.findUnique({ where: { id: registrationId }, select: { organisationId: true, personId: true, person: { select: { bornOn: true } } } })
    if (!registration) throw new NotFound()
    const { organisationId, personId } = registration
    authorize(may.claim, viewer, organisationId)
    const there = await tx.claimDetails.findUnique({ where: { organisationId_personId: { organisationId, personId } }, select: { id: true, revision: true } })
    if (there?.id === id && there.revision === 1 && revision === 0) return
    if ((there?.revision ?? 0) !== revision) throw new Conflict(first)
    const ulnHash = hashOfUln(organisationId, uln)
    if (ulnHash && (await tx.claimDetails.count({ where: { organisationId, ulnHash, personId: { not: personId } } }))) throw new Conflict('This ULN is entered for another learner here. Check both against their records. What you wrote is still here.')
    const seal = there ? await sealAgain(tx, 'ClaimDetails', there.id) : await sealNew(tx, { table: 'ClaimDetails', id, organisationId })
    const sealed = { forenames: seal('forenames', forenames), surname: seal('surname', surname), bornOn: seal('bornOn', bornOn), uln: uln ? seal('uln', uln) : null, ulnHash, revision: revision + 1, enteredById: viewer.id, enteredAt: now() }
    await record(tx, viewer, there ? 'claims.details-changed' : 'claims.details-entered', { organisationId, subjectId: personId, enteringId: id })
    const count = await once(async () => (there
      ? (await tx.claimDetails.updateMany({ where: { id: there.id, revision }, data: sealed })).count
      : (await tx.claimDetails.createMany({ data: [{ id, organisationId, personId, ...sealed }] })).count), first)
    if (count === 0) throw new Conflict(first)
    // The date stays sealed here. That they are 13 or older is what a badge asks, and no more; of themselves nobody says it.
    if (personId !== viewer.id && !(registration.person as { bornOn: Date | null } | null)?.bornOn) await noteAge(tx, viewer, { organisationId, personId, isThirteen: ageOn(bornOn, dayOf(now())) >= 13 })
  })
}
