import { z } from 'zod'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { agreement } from './agreement.ts'
import { may } from './policy.ts'

/** The mentor agreement as it stands now, and when the viewer signed these words in this setting. */
export const myAgreement = (viewer: Viewer, input: { organisationId: string }) => read(viewer, async (tx) => {
  const organisationId = z.uuid().parse(input.organisationId)
  const organisation = await tx.organisation.findUnique({ where: { id: organisationId }, select: { name: true } })
  if (!organisation || !may.sign(viewer, organisationId)) throw new NotFound()
  const signed = await tx.mentorAgreement.findUnique({ where: { personId_organisationId_version: { personId: viewer.id, organisationId, version: agreement.version } } })
  return { setting: organisation.name, ...agreement, signedAt: signed?.signedAt ?? null }
})
