import { agencies, type Agency } from '../agencies/agencies-of.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { authorize, holds } from '../policy.ts'
import { findConcern } from '../safeguarding/find-concern.server.ts'
import { findCase } from './find-case.server.ts'
import { caseAsViewer } from './parts/take-step.server.ts'
import { may } from './policy.ts'
import { draftReferral } from './referral-draft.ts'

/** Whom a case could be referred to, and what the referral could say, drawn from the case. Opening it is a look, and on record. */
export async function prepareReferral(viewer: Viewer, concernId: string): Promise<{ agencies: Agency[]; draft: Record<string, string> }> {
  const found = await read(viewer, async (tx) => {
    const { concern, facts } = await caseAsViewer(tx, viewer, concernId)
    authorize(may.keep, viewer, facts)
    return { list: await agencies(tx, viewer, { organisationId: concern.organisationId, endedAt: null }), organisationId: concern.organisationId, phone: concern.organisation.phone }
  })
  const [concern, now] = [await findConcern(viewer, concernId), await findCase(viewer, concernId)]
  const role = holds(viewer, found.organisationId, 'safeguarding_lead') ? 'designated safeguarding lead' : holds(viewer, found.organisationId, 'deputy_lead') ? 'deputy safeguarding lead' : 'head'
  return { agencies: found.list, draft: draftReferral(concern, now, { name: viewer.name, role, organisationName: concern.organisationName, phone: found.phone }) }
}
