import { z } from 'zod'
import { openerOf } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'
import { authorize } from '../policy.ts'
import { claimFacts, withIds } from './parts/claim-facts.server.ts'
import type { OfLearner } from './parts/claim-row.server.ts'
import { may } from './policy.ts'
import { newestOf } from './states.ts'
import { layoutOf } from './templates.server.ts'
import { whatIsMissing } from './what-is-missing.ts'

/** A batch as its coordinator has it before them: each learner as they are claimed, how it stands, by whom and since when, and what is missing. */
export async function findBatch(viewer: Viewer, input: { batchId: string }) {
  const id = z.uuid().parse(input.batchId)
  return read(viewer, async (tx) => {
    const batch = await tx.claimBatch.findUnique({ where: { id }, include: { template: true, specification: { select: { title: true, version: true, isExample: true } }, claims: { where: { takenOutAt: null }, orderBy: { id: 'asc' }, include: { states: { orderBy: { number: 'desc' } } } } } })
    if (!batch) throw new NotFound()
    authorize(may.claim, viewer, batch.organisationId)
    const { organisationId, claims } = batch
    const place = await tx.organisation.findUnique({ where: { id: organisationId }, select: { name: true } })
    const facts = new Map((await claimFacts(tx, withIds(claims.map(({ registrationId }) => registrationId)), { needsUln: batch.template.needsUln })).map((one) => [one.registrationId, one]))
    const states = claims.flatMap((claim) => claim.states)
    const names = new Map((await tx.person.findMany({ where: { id: { in: [batch.madeById, ...states.map(({ byId }) => byId)] } }, select: { id: true, name: true } })).map((one) => [one.id, one.name]))
    const open = await openerOf(tx, [...claims.map((claim) => ({ table: 'Claim', id: claim.id })), ...states.map((state) => ({ table: 'ClaimState', id: state.id }))])
    return {
      id, where: place?.name ?? '', specification: batch.specification, madeAt: batch.madeAt, madeBy: names.get(batch.madeById) ?? 'Somebody who has left', template: layoutOf({ name: batch.template.name, columns: batch.template.columns, dateFormat: batch.template.dateFormat, hasByteOrderMark: batch.template.hasByteOrderMark }),
      claims: claims.map((claim) => {
        const [one, { standing }] = [facts.get(claim.registrationId), newestOf(claim.states)]
        const sent = claim.sentAs ? (JSON.parse(open('Claim', claim.id, 'sentAs', claim.sentAs) ?? 'null') as OfLearner | null) : null
        const row = sent ?? one?.details
        return {
          id: claim.id, registrationId: claim.registrationId, name: one?.name ?? 'A learner', onDocuments: row ? `${row.forenames} ${row.surname}` : '', bornOn: row?.bornOn ?? '', uln: row?.uln ?? '', standing,
          /** Something stands in the way of sending it, now or again. */
          missing: one && ['draft', 'queried'].includes(standing) ? whatIsMissing(one) : [],
          states: claim.states.map((state) => ({ id: state.id, standing: state.standing, at: state.at, byName: names.get(state.byId) ?? 'Somebody who has left', reason: open('ClaimState', state.id, 'reason', state.reason), certificateNumber: state.certificateNumber })),
        }
      }),
    }
  })
}
