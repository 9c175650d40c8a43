import { z } from 'zod'
import { AgencyKind } from '#prisma/generated/enums.ts'
import { record } from '../audit/record.server.ts'
import { now } from '../clock.ts'
import { changeOnce } from '../db/change-once.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { Conflict, NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

const text = (longest: number) => z.string().trim().max(longest, 'That is longer than fits.')
export const KeepAgency = z.object({
  id: z.uuid(), organisationId: z.uuid('Say which setting it is for.'), insteadOfId: z.uuid().optional(), kind: z.enum(Object.values(AgencyKind), 'Pick what it is for.'),
  area: text(80).min(2, 'Say which local authority or area it answers for.'), name: text(120).min(2, 'Say what it is called.'),
  phone: text(30).regex(/^\+?[\d\s()]{3,}$/, 'A number to ring: digits and spaces.'), hours: text(160).min(2, 'Say when somebody answers.'),
  referAt: text(300).default(''), hints: text(600).default(''),
})

/** A lead or deputy enters whom the setting turns to outside, or puts right an entry: the one it takes the place of is ended, and stays where it was used. */
export async function keepAgency(viewer: Viewer, input: z.input<typeof KeepAgency>): Promise<void> {
  const { id, organisationId, insteadOfId, ...entry } = KeepAgency.parse(input)
  await changeOnce(viewer, async (tx) => {
    authorize(may.keep, viewer, { organisationId })
    if (insteadOfId) {
      const before = await tx.agency.findFirst({ where: { id: insteadOfId, organisationId } })
      if (!before) throw new NotFound()
      if (before.endedAt && (await tx.agency.count({ where: { id, insteadOfId, byId: viewer.id } })) === 0) throw new Conflict('A colleague changed it, or took it out, a moment before. Look at it again.')
      await tx.agency.updateMany({ where: { id: insteadOfId, endedAt: null }, data: { endedAt: now(), endedById: viewer.id } })
    }
    await tx.agency.createMany({ data: [{ id, organisationId, insteadOfId, byId: viewer.id, ...entry }] })
    await record(tx, viewer, insteadOfId ? 'agency.changed' : 'agency.entered', { organisationId, subjectId: id })
  }, { mine: (tx) => tx.agency.findFirst({ where: { id, byId: viewer.id } }), otherwise: 'A colleague changed it a moment before. Look at it again.' })
}
