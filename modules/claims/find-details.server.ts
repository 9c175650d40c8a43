import { z } from 'zod'
import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

/** A learner's details as a coordinator enters them: what is there, or what Belay knows to begin with. */
export async function findDetails(viewer: Viewer, input: { registrationId: string }) {
  const id = z.uuid().parse(input.registrationId)
  return read(viewer, async (tx) => {
    const registration = await tx.registration.findUnique({ where: { id }, include: { person: { select: { name: true, fullName: true, bornOn: true } }, organisation: { select: { name: true } } } })
    if (!registration) throw new NotFound()
    const { organisationId, personId } = registration
    authorize(may.claim, viewer, organisationId)
    const there = await tx.claimDetails.findUnique({ where: { organisationId_personId: { organisationId, personId } } })
    const open = await opener(tx, 'ClaimDetails', there ? [there.id] : [])
    const said = (column: 'forenames' | 'surname' | 'bornOn' | 'uln') => (there ? open(there.id, column, there[column]) : null) ?? ''
    const person = registration.person as { name: string; fullName: string; bornOn: Date | null } | null
    const names = (person?.fullName ?? '').trim().split(/\s+/)
    const known = { forenames: names.slice(0, -1).join(' '), surname: names.at(-1) ?? '', bornOn: person?.bornOn?.toISOString().slice(0, 10) ?? '', uln: '' }
    return {
      registrationId: id, specificationId: registration.specificationId, organisationId, name: person?.name ?? 'A learner', fullName: person?.fullName ?? '', where: registration.organisation.name,
      isEntered: there !== null, revision: there?.revision ?? 0, enteredAt: there?.enteredAt ?? null,
      details: there ? { forenames: said('forenames'), surname: said('surname'), bornOn: said('bornOn'), uln: said('uln') } : known, knownBornOn: known.bornOn,
    }
  })
}
