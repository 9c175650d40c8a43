import { z } from 'zod'
import { opener } from '../crypto/seal.server.ts'
import { read } from '../db/read.server.ts'
import type { Viewer } from '../db/viewer.ts'
import { NotFound } from '../errors.ts'

/** One decision about the viewer's own work, with what the assessor wrote. */
export async function findMyDecision(viewer: Viewer, input: { decisionId: string }) {
  const id = z.uuid().parse(input.decisionId)
  return read(viewer, async (tx) => {
    const found = await tx.decision.findFirst({ where: { id, personId: viewer.id }, include: { criterion: { select: { number: true, says: true } }, registration: { select: { organisation: { select: { name: true } } } } } })
    if (!found) throw new NotFound()
    const by = await tx.person.findFirst({ where: { id: found.byId }, select: { name: true } })
    const open = await opener(tx, 'Decision', [id])
    return { decisionId: id, ...found.criterion, outcome: found.outcome, decidedAt: found.decidedAt, byName: by?.name ?? 'Somebody who has left', feedback: open(id, 'feedback', found.feedback), where: found.registration.organisation.name }
  })
}
