import { minutes, now } from '../../clock.ts'
import { record } from '../../audit/record.server.ts'
import { newId } from '../../db/new-id.ts'
import type { Tx } from '../../db/transaction.server.ts'
import type { Viewer } from '../../db/viewer.ts'
import { NotFound } from '../../errors.ts'

/** The opening this viewer looks through, if it is open to them now. */
export async function openingFor(tx: Tx, viewer: Viewer, openingId: string) {
  const opening = await tx.externalOpening.findFirst({ where: { id: openingId, personId: viewer.id, endedAt: null, opensAt: { lte: now() }, closesAt: { gt: now() } } })
  if (!opening) throw new NotFound()
  return opening
}

/** That a page of a sample was opened goes on record: once a person, page and quarter of an hour. */
export async function recordLook(tx: Tx, viewer: Viewer, { id: openingId, organisationId }: { id: string; organisationId: string }, sampledId: string | null) {
  const before = await tx.externalLook.findFirst({ where: { openingId, sampledId, byId: viewer.id, lookedAt: { gt: new Date(now().getTime() - minutes(15)) } }, select: { id: true } })
  if (before) return
  await tx.externalLook.createMany({ data: [{ id: newId(), organisationId, openingId, sampledId, byId: viewer.id }] })
  await record(tx, viewer, 'quality.external-look', { organisationId, subjectId: openingId, ...(sampledId ? { sampledId } : {}) })
}
