import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { policyThatCounts } from './parts/policy-that-counts.server.ts'
import { may } from './policy.ts'

export type PolicySeen = { id: string; title: string; datedOn: string; address: string | null; namedAt: Date; namedBy: string | null; /** Has the viewer said that they have read it? */ readAt: Date | null }

/** The safeguarding policy that binds in a setting, for everybody who belongs there; null while none is named. */
export const policyOf = (viewer: Viewer, input: { organisationId: string }) => read(viewer, async (tx) => {
  const organisationId = z.uuid().parse(input.organisationId)
  const organisation = await tx.organisation.findUnique({ where: { id: organisationId }, select: { id: true, name: true, kind: true } })
  if (!organisation || organisation.kind === 'delivery_site') throw new NotFound()
  const found = await policyThatCounts(tx, organisationId)
  const by = found ? await tx.person.findUnique({ where: { id: found.namedById }, select: { name: true } }) : null
  const mine = found ? await tx.policyReading.findUnique({ where: { policyId_personId: { policyId: found.id, personId: viewer.id } } }) : null
  const policy: PolicySeen | null = found && { id: found.id, title: found.title, datedOn: found.datedOn.toISOString().slice(0, 10), address: found.address, namedAt: found.namedAt, namedBy: by?.name ?? null, readAt: mine?.readAt ?? null }
  return { setting: organisation.name, policy, can: { name: may.namePolicy(viewer, organisationId), read: may.sign(viewer, organisationId) } }
})
