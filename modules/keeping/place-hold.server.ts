import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { sealNew } from '../crypto/seal.server.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Tx } from '../db/transaction.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { words } from './parts/fields.ts'
import { orWhyNot, tooLate } from './parts/or-why-not.server.ts'
import { may } from './policy.ts'

export const PlaceHold = z.object({
  id: z.uuid(), organisationId: z.uuid('Pick the setting.'),
  on: z.string().regex(/^(concern|person|mentee|adult):[0-9a-f-]{36}$/, 'Pick whom or what it is about.').transform((on) => on.split(':') as ['concern' | 'person' | 'mentee' | 'adult', string]),
  words: words('Say why nothing may go: who asked for it, and what for.'),
})

/** A safeguarding lead holds one concern, or everything about a person, and whoever keeps a record of the register about adults holds that: nothing of it goes while that lasts, whatever a rule says. */
export async function placeHold(viewer: Viewer, input: z.input<typeof PlaceHold>): Promise<void> {
  const { id, organisationId, on: [kind, ofId], words } = PlaceHold.parse(input)
  authorize(may.hold, viewer, organisationId, kind === 'adult')
  const mine = (tx: Tx) => tx.legalHold.findFirst({ where: { id, byId: viewer.id }, select: { id: true } })
  await changeOnce(viewer, async (tx) => {
    if (await mine(tx)) return
    const of = { concernId: kind === 'concern' ? ofId : null, personId: kind === 'person' ? ofId : null, menteeId: kind === 'mentee' ? ofId : null, adultConcernId: kind === 'adult' ? ofId : null }
    if (ofId === viewer.id) throw new Conflict('You cannot hold what is about yourself. Ask another lead or deputy.')
    const isThere = kind === 'concern' ? await tx.concern.findFirst({ where: { id: ofId, organisationId }, select: { id: true } })
      : kind === 'adult' ? await tx.adultConcern.findFirst({ where: { id: ofId, organisationId }, select: { id: true } })
      : kind === 'mentee' ? await tx.mentee.findFirst({ where: { id: ofId, organisationId }, select: { id: true } })
      : await tx.membership.findFirst({ where: { personId: ofId, organisationId }, select: { id: true } })
    if (!isThere) throw new NotFound()
    const seal = await sealNew(tx, { table: 'LegalHold', id, organisationId })
    await orWhyNot(tx.legalHold.createMany({ data: [{ id, organisationId, ...of, reason: seal('reason', words), byId: viewer.id }] }), tooLate)
    await record(tx, viewer, 'keeping.held', { organisationId, subjectId: id, kind })
  }, { mine, otherwise: 'It is held already.' })
}
