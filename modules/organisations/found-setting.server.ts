import { z } from 'zod'
import { record } from '../audit/record.server.ts'
import { makeWrappingKey } from '../crypto/wrapping-keys.server.ts'
import { asSystem } from '../db/as-system.server.ts'
import { newId } from '../db/new-id.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { may } from './policy.ts'

export const FoundSetting = z.object({
  siteId: z.uuid(),
  name: z.string().trim().min(2).max(120),
  kind: z.enum(['school', 'youth_club', 'college', 'community_group']),
  phone: z.string().trim().max(30).optional(),
})

/** A programme lead takes a school or club on: it exists, with a key of its own, supported by their delivery site. */
export async function foundSetting(viewer: Viewer, input: z.input<typeof FoundSetting>): Promise<string> {
  const { siteId, name, kind, phone } = FoundSetting.parse(input)
  const site = await read(viewer, (tx) => tx.organisation.findUnique({ where: { id: siteId } }))
  if (!site) throw new NotFound()
  authorize(may.foundSetting, viewer, site)

  // The new organisation has no members yet, so nobody could see it being made: the house makes it, on record.
  return asSystem(`found a setting, asked by ${viewer.id}`, async (tx) => {
    const id = newId()
    await tx.organisation.createMany({ data: [{ id, name, kind, phone, supportedById: site.id }] })
    await makeWrappingKey(tx, id)
    await record(tx, null, 'organisation.founded', { organisationId: id, subjectId: id, askedBy: viewer.id })
    return id
  })
}
