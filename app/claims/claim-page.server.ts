import { data } from '@remix-run/node'
import { findBatch } from '#modules/claims/find-batch.server.ts'
import { newId } from '#modules/db/new-id.ts'
import type { Viewer } from '#modules/db/viewer.ts'
import { asPage } from '#app/http/refusals.server.ts'

/** One claim of a batch, for the pages of its steps, with the id the step's row will have. */
export async function claimPage(viewer: Viewer, { batchId = '', claimId = '' }: { batchId?: string; claimId?: string }) {
  const { claims, where } = await asPage(findBatch(viewer, { batchId }))
  const claim = claims.find(({ id }) => id === claimId)
  if (!claim) throw data({ message: 'There is nothing here, or it is not yours to see.' }, { status: 404 })
  return { batchId, where, claim, id: newId() }
}
